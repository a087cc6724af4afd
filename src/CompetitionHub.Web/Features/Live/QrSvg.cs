using QRCoder;

namespace CompetitionHub.Web.Features.Live;

/// <summary>QR codes as SVG text, dark on white whatever the theme: cameras want it so.</summary>
public static class QrSvg
{
    public static string Of(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(1, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
