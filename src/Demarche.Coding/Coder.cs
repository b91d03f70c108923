using Demarche.Knowledge;
using Demarche.Text;
using Demarche.Text.Quantities;
using Demarche.Text.Times;

namespace Demarche.Coding;

/// <summary>Where a coder's files lie.</summary>
/// <param name="Models">The folder of trained weights.</param>
/// <param name="Data">The folder of tables: <c>language</c>, <c>codebook</c>, <c>coding</c>.</param>
/// <param name="KnowledgeFile">The compiled knowledge base.</param>
public sealed record CoderFiles(string Models, string Data, string KnowledgeFile)
{
    /// <summary>The codebook to code by; a user's own is a folder of the same shape.</summary>
    public string Codebook { get; init; } = Path.Combine(Data, "codebook", "plover");

    /// <summary>Whether events are judged by a ranker: the one in the codebook's folder, where one was trained for it, else the one among the models.</summary>
    public bool Ranks { get; init; } = true;

    internal string RankerFolder => File.Exists(Path.Combine(Codebook, EventRanker.EventsFile)) ? Codebook : Models;

    /// <summary>Knowledge that is loaded already, such as a user's; null to load <see cref="KnowledgeFile"/>.</summary>
    public KnowledgeBase? Knowledge { get; init; }
}

/// <summary>Makes a coder from its files.</summary>
public static class Coder
{
    /// <exception cref="LexiconException">A table is wrong; the message names file, line and column.</exception>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    public static ReportCoder Load(CoderFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var language = Path.Combine(files.Data, "language");
        var text = Task.Run(() => TextPipeline.Load(files.Models, language));
        var knowledge = Task.Run(() => files.Knowledge ?? KnowledgeBase.Load(files.KnowledgeFile));
        var codebook = Codebook.Load(files.Codebook);
        var pipeline = text.GetAwaiter().GetResult();
        var ranker = files.Ranks ? EventRanker.Load(files.RankerFolder, pipeline) : null;
        return new ReportCoder(pipeline, ranker, knowledge.GetAwaiter().GetResult(), codebook,
            CoreferenceWords.Load(Path.Combine(files.Data, "coding")), WordLists.Load(Path.Combine(files.Data, "coding")), Landmarks.Load(Path.Combine(files.Data, "coding")),
            TimeExpressionFinder.Load(language), QuantityFinder.Load(language));
    }
}
