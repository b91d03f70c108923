namespace Demarche.Intake.Files;

/// <summary>A record of a WARC file is damaged; what comes after it may be sound.</summary>
/// <param name="reason">Why, as the middle of a sentence: <c>it is cut off</c>.</param>
internal sealed class WarcException(string reason) : Exception(reason);
