namespace CompetitionHub.Core.Interchange.Reading;

/// <summary>Reads counting numbers (seats): digits only, no sign, no spaces, no leading zero.</summary>
internal static class WholeNumber
{
    public static bool TryRead(string text, out int value)
    {
        value = 0;
        if (text.Length is 0 or > 6 || (text.Length > 1 && text[0] == '0'))
        {
            return false;
        }
        foreach (var c in text)
        {
            if (c is < '0' or > '9')
            {
                return false;
            }
            value = (value * 10) + (c - '0');
        }
        return true;
    }
}
