using System.Text;
using System.Text.Json;

namespace Demarche.Cli.Tests;

/// <summary>Texts to code. What is coded in them is other tests' business; here they only have to give something.</summary>
internal static class Sample
{
    internal const string Meeting = "Russian Foreign Minister Sergey Lavrov met his Japanese counterpart Taro Kono in Moscow on Friday.";

    internal const string Report =
        """
        Russian Foreign Minister Sergey Lavrov met his Japanese counterpart Taro Kono in Moscow on Friday. The two ministers discussed a peace treaty.

        Japan condemned the missile launch by North Korea. "We will never tolerate it," Kono told reporters, and he urged Pyongyang to return to talks.
        """;

    internal const string Page =
        """
        <!DOCTYPE html><html lang="en"><head><title>Kono meets Lavrov</title><meta property="article:published_time" content="2017-11-24T10:00:00+03:00"></head>
        <body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Kono meets Lavrov</h1>
        <p>Russian Foreign Minister Sergey Lavrov met his Japanese counterpart Taro Kono in Moscow on Friday, the ministry said in a statement.</p>
        <p>The two ministers discussed a peace treaty and agreed to meet again in Tokyo next spring, according to the Japanese side.</p>
        <p>Japan has protested against Russian drills on the disputed islands, which both countries claim as their own.</p></article>
        <footer>Subscribe to our newsletter</footer></body></html>
        """;

    /// <summary>A line of NDJSON.</summary>
    internal static string Line(string id, string text, string? published = "2017-11-25") =>
        JsonSerializer.Serialize(published is null ? new Dictionary<string, string> { ["id"] = id, ["text"] = text }
            : new Dictionary<string, string> { ["id"] = id, ["text"] = text, ["published"] = published });

    /// <summary>Reports of very different lengths, so that threads finish out of order.</summary>
    internal static string Lines(int count)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < count; i++) lines.AppendLine(Line($"r{i}", string.Join("\n\n", Enumerable.Repeat(Report, i % 17 == 0 ? 20 : i % 3))  + Meeting));
        return lines.ToString();
    }
}
