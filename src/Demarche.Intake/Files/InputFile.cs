namespace Demarche.Intake.Files;

/// <summary>One file or standard input, with the name that messages give it.</summary>
/// <param name="Where">The path, or <c>standard input</c>.</param>
/// <param name="Stem">The id of a report that has none of its own; null for standard input.</param>
internal sealed record InputFile(string Where, string? Stem, InputKind Kind, Func<Stream> Open)
{
    /// <summary>The charset that the server declares; null where nothing is known.</summary>
    internal string? Charset { get; init; }

    /// <param name="stdin">Left open.</param>
    internal static InputFile Standard(Stream stdin) => new("standard input", null, InputKind.Unknown, () => new LeftOpenStream(stdin));

    internal static InputFile At(string path) => new(path, InputKinds.Stem(path), InputKinds.Of(path), () => new FileStream(
        path, new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.ReadWrite, Options = FileOptions.SequentialScan }));
}
