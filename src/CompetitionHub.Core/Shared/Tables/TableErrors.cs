namespace CompetitionHub.Core.Shared;

/// <summary>Why an uploaded table cannot be read at all.</summary>
public static class TableErrors
{
    /// <summary>The upload form came without a file.</summary>
    public static Error FileMissing() => Invalid("FileMissing");

    /// <summary>Neither csv nor xlsx.</summary>
    public static Error FileKindUnknown() => Invalid("FileKindUnknown");

    /// <summary>The file is larger than so many megabytes, packed or unpacked.</summary>
    public static Error FileTooLarge(int megabytes) => Invalid("FileTooLarge", megabytes);

    /// <summary>The file cannot be read as what its name says.</summary>
    public static Error FileBroken() => Invalid("FileBroken");

    /// <summary>Quotation marks do not pair, or a line is far too long.</summary>
    public static Error FileBrokenAt(int line) => Invalid("FileBrokenAt", line);

    /// <summary>The upload was dropped after a while or by a restart.</summary>
    public static Error UploadGone() => new(ErrorKind.NotFound, "Common.UploadGone");

    private static Error Invalid(string name, params object[] args) => new(ErrorKind.Invalid, "Common." + name, args);
}
