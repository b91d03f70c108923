using System.Globalization;
using Demarche.Intake;
using Demarche.Knowledge;
using Demarche.Text;
using Demarche.Text.Quantities;
using Demarche.Text.Times;

namespace Demarche.Coding;

/// <summary>Codes one report: clean text in, coded record out.</summary>
/// <remarks>
/// Each stage reads only what the stages above it wrote. An instance may be shared between threads: the lexicons never
/// change after loading, and whatever is learnt from one report is forgotten with it.
/// </remarks>
public sealed class ReportCoder
{
    private readonly TextPipeline _text;
    private readonly NameFolder _folder;
    private readonly WordLists _lists;
    private readonly EntityResolver _resolver;
    private readonly StatementFinder _statements;
    private readonly ArgumentFinder _arguments;
    private readonly EventFinder _events;
    private readonly EventRanker? _ranker;
    private readonly RecordBuilder _builder;
    private readonly TimeExpressionFinder _times;
    private readonly QuantityFinder _quantities;
    private readonly Landmarks _landmarks;

    internal ReportCoder(TextPipeline text, EventRanker? ranker, KnowledgeBase knowledge, Codebook codebook, CoreferenceWords words, WordLists lists, Landmarks landmarks, TimeExpressionFinder times, QuantityFinder quantities)
    {
        (_text, _ranker, _landmarks, _times, _quantities) = (text, ranker, landmarks, times, quantities);
        (Knowledge, Codebook) = (knowledge, codebook);
        _folder = new(knowledge, codebook, lists);
        _lists = lists;
        _resolver = new(knowledge, new MentionFinder(knowledge), words);
        _arguments = new(_resolver, knowledge, codebook);
        _statements = new(codebook, _arguments);
        _events = new(codebook, new TriggerMatcher(codebook, _arguments), _arguments);
        _builder = new(codebook, knowledge);
        Versions = new($"{typeof(ReportCoder).Assembly.GetName().Version!.ToString(3)}+{codebook.Version}", $"{text.Version}{(ranker is null ? "" : $"-{ranker.Version}")}", knowledge.Version);
    }

    public CoderVersions Versions { get; }

    internal TextPipeline Text => _text;

    /// <summary>What codes mean to this coder.</summary>
    public Codebook Codebook { get; }

    /// <summary>What the coder knows before reading; intake can share it.</summary>
    public KnowledgeBase Knowledge { get; }

    /// <summary>Codes a report's clean text, sentence by sentence.</summary>
    /// <returns>A record for every report; what could not be read or resolved is in its warnings.</returns>
    public CodedReport Code(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Language is "en" or "und" ? Code(report, _text.Read(report.Text), (_, record) => record, infersDay: true) : new CodedReport { Report = report, Warnings = report.Warnings };
    }

    /// <summary>Codes a report whose text is one sentence, as it stands.</summary>
    public CodedReport CodeSentence(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return CodeSentence(report, (_, record) => record);
    }

    /// <summary>Shows the events of a report of one sentence, or of paragraphs, as they were found, before a ranker has judged them.</summary>
    /// <param name="ranker">Adds events of verbs that no entry fits; null for none of them.</param>
    internal void Inspect(Report report, EventRanker? ranker, Action<ReportEntities, SentenceGraph, SentenceRanking?, List<EventCandidate>> look)
    {
        using var text = Fold(report.Text.Contains("\n\n", StringComparison.Ordinal) ? _text.Read(report.Text) : _text.ReadSentence(report.Text, report.DatelineLength));
        var graphs = text.Sentences.Select(sentence => new SentenceGraph(sentence, _lists)).ToArray();
        var entities = _resolver.Resolve(graphs, report.PublishedDay, report.Dateline?.Country, report.Outlet);
        var speakers = new Speakers(_statements.Find(entities, text.Text));
        var before = new List<EventCandidate>();
        foreach (var graph in graphs)
        {
            var ranking = ranker?.Start(entities, graph, ranker.CreateRoom());
            var found = _events.Find(entities, speakers, graph, before, ranking, []);
            look(entities, graph, ranking, found);
            before.AddRange(found);
        }
    }

    /// <summary>Codes a sentence for whoever asks why its record is as it is: the draft ends with the look.</summary>
    internal T CodeSentence<T>(Report report, Func<RecordDraft, CodedReport, T> look) => Code(report, _text.ReadSentence(report.Text, report.DatelineLength), look);

    /// <summary>Whether a phrase, were it to fill a role, would mean anyone who acts.</summary>
    internal bool MeansActor(RecordDraft draft, SentenceGraph graph, int head)
    {
        var found = new List<Argument>();
        _arguments.Resolve(draft.Entities, draft.Speakers, graph, head, acceptThings: false, lookInside: true, found);
        return found.Exists(argument => argument.IsActor);
    }

    private T Code<T>(Report report, AnnotatedText read, Func<RecordDraft, CodedReport, T> look, bool infersDay = false)
    {
        using var text = Fold(read);                                                                      // parses in which a name is one word
        var graphs = text.Sentences.Select(sentence => new SentenceGraph(sentence, _lists)).ToArray();
        var times = FindTimes(graphs, report.PublishedDay);                                               // when
        var entities = _resolver.Resolve(graphs, report.PublishedDay, report.Dateline?.Country, report.Outlet);                                    // who is named, and who that was
        if (infersDay && report.PublishedDay is null)
            Date(ref report, ref times, ref entities);
        var statements = new Speakers(_statements.Find(entities, text.Text));                             // who says what
        var draft = new RecordDraft(report, entities, statements, times);
        var room = _ranker?.CreateRoom();
        foreach (var graph in graphs)
        {
            var ranking = _ranker?.Start(entities, graph, room!);
            var found = _events.Find(entities, statements, graph, draft.Events, ranking, draft.Silent);   // what was done, by whom, to whom
            ranking?.Judge(found);                                                                        // how sure it is
            draft.Add(found);
        }
        var quantities = graphs.Select((graph, i) => _quantities.Find(graph.Sentence, times[i])).SelectMany(found => found).ToArray();
        return look(draft, _builder.Build(draft, quantities));                                            // the record, with its codes
    }

    // An undated report is read again, on the day that it shows itself to be of.
    private void Date(ref Report report, ref IReadOnlyList<TimeExpression>[] times, ref ReportEntities entities)
    {
        var dating = ReportDating.Infer(report, entities, times, _landmarks, Knowledge.CheckedUntil);
        if (dating.Range is not { } range)
            return;
        report = dating.Day is { } day
            ? report with { Published = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), PublishedBasis = DateBasis.Inferred, Warnings = [.. report.Warnings, CodingWarnings.InferredDay(day, dating.Basis)] }
            : report with { PublishedBasis = DateBasis.Inferred, PublishedRange = range, Warnings = [.. report.Warnings, CodingWarnings.InferredRange(range, dating.Basis)] };
        times = report.PublishedDay is null ? ReportDating.WithYears(times, range) : FindTimes([.. entities.Graphs], report.PublishedDay);
        // Offices are those of any day between, where they are few enough to be one cabinet's.
        if (report.PublishedDay is not null || range is { From: not null, To: not null })
            entities = _resolver.Resolve(entities.Graphs, report.PublishedDay ?? range.From, report.Dateline?.Country, report.Outlet);
    }

    private AnnotatedText Fold(AnnotatedText read)
    {
        using (read)
            return _text.Fold(read, _folder.Find);
    }

    // "The same day", "a week earlier" count from the day named last.
    private IReadOnlyList<TimeExpression>[] FindTimes(SentenceGraph[] graphs, DateOnly? reportDay)
    {
        var found = new IReadOnlyList<TimeExpression>[graphs.Length];
        DateOnly? previous = null;
        for (var i = 0; i < graphs.Length; i++)
        {
            found[i] = _times.Find(graphs[i].Sentence, reportDay, previous);
            foreach (var time in found[i])
            {
                if (time is { Type: TimeType.Date or TimeType.Time, Precision: DatePrecision.Day, Start: { } day })
                    previous = day;
            }
        }
        return found;
    }
}
