using System.Globalization;
using Demarche.Knowledge;
using Demarche.Text.Classifying;

namespace Demarche.Coding;

/// <summary>Trains the ranker on labelled sentences; the same sentences, codebook and models give the same bytes.</summary>
public sealed class RankerTraining
{
    // What a classifier says of its own training sentences is too good; so each fifth is judged by one that did not see it.
    private const int Folds = 5;

    private const int FewestEvents = 20;

    private static readonly ClassifierOptions OfTypes = new(Epochs: 10, WordDropout: 0.25f), OfEvents = new(Epochs: 12, WordDropout: 0.4f, Dropout: 0.4f);

    private readonly ReportCoder _coder;
    private readonly string[] _types;
    private readonly ExampleReader _reader;
    private readonly List<Example> _examples;
    private readonly int _written;
    private readonly string _examplesFolder, _folder;
    private readonly TextWriter _log;
    private readonly CancellationToken _stop;

    private RankerTraining(ReportCoder coder, string examples, string folder, TextWriter log, CancellationToken stop)
    {
        (_coder, _examplesFolder, _folder, _log, _stop) = (coder, examples, folder, log, stop);
        _types = [EventRanker.None, .. coder.Codebook.Types.Keys.Order(StringComparer.Ordinal)];
        _reader = new(coder, _types);
        _examples = Example.Read(examples, coder.Codebook);
        _written = _examples.Count;
        if (Path.Combine(examples, HeldOutFolder) is var heldOut && Directory.Exists(heldOut))
            _examples.AddRange(Example.Read(heldOut, coder.Codebook));
    }

    /// <summary>The subfolder of sentences that no entry of the codebook was written by: confidence is calibrated on them alone.</summary>
    public const string HeldOutFolder = "held-out";

    /// <summary>Trains on all tables of a folder, and writes both classifiers and their card.</summary>
    /// <param name="coder">Codes the sentences; its own ranker, if it has one, has no say.</param>
    /// <param name="examples">The folder of labelled sentences; confidence is calibrated on those in <see cref="HeldOutFolder"/>, where there are any.</param>
    /// <param name="output">The folder to write to; it is made where it is missing.</param>
    /// <exception cref="LexiconException">A row of the examples is wrong.</exception>
    /// <exception cref="OperationCanceledException">The training was stopped.</exception>
    public static void Train(ReportCoder coder, string examples, string output, TextWriter log, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(coder);
        ArgumentNullException.ThrowIfNull(log);
        var training = new RankerTraining(coder, examples, output, log, stop);
        Directory.CreateDirectory(output);
        training.Run();
    }

    private void Run()
    {
        if (_examples.Sum(example => example.Events.Count) is < FewestEvents and var marked)
            throw TooFew($"{marked} events are marked");
        var words = _examples.ConvertAll(example => Unless(() => _reader.ReadWords(example)));
        _log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_examples.Count:N0} sentences with {_examples.Sum(example => example.Events.Count):N0} events; {words.Sum(one => one.Count):N0} words to learn types from."));
        var events = LearnTypes(words, out var typesRight);
        if (events.Count < FewestEvents)
            throw TooFew($"the coder finds {events.Count} events");
        var judged = LearnEvents(events);
        var fresh = judged.FindAll(one => one.Example >= _written);
        var held = fresh.Count > 0 ? fresh : judged;
        var calibration = ClassifierTraining.Calibrate([.. held.Select(one => ((double)one.Probability, one.Verdict == ExampleVerdict.Right))]);
        var card = new RankerReport(held, calibration).Write(_examples.Count, _examples.Sum(example => example.Events.Count), typesRight, _coder.Versions);
        _log.Write(card);
        ClassifierTraining.Train(_types, [.. words.SelectMany(one => one)], OfTypes, null, Path.Combine(_folder, EventRanker.TypesFile));
        // This judge learns, like those before it, from what was said of sentences that had not been seen.
        ClassifierTraining.Train(EventRanker.Verdicts, [.. events.Select(one => one.Sample)], OfEvents, calibration, Path.Combine(_folder, EventRanker.EventsFile));
        File.WriteAllText(Path.Combine(_folder, "ranker.md"), card);
    }

    // The events of each sentence, as they are found and seen by a classifier of words that has not learnt from it.
    private List<SeenEvent> LearnTypes(List<List<ClassifierSample>> words, out string typesRight)
    {
        var events = new List<SeenEvent>();
        var right = new List<bool>();
        var probabilities = new float[_types.Length];
        for (var fold = 0; fold < Folds; fold++)
        {
            var types = TrainFold(_types, [.. words.Where((_, i) => i % Folds != fold).SelectMany(one => one)], OfTypes);
            var ranker = EventRanker.OfWords(types, _coder.Text);
            for (var i = fold; i < _examples.Count; i += Folds)
            {
                foreach (var word in words[i])
                {
                    types.Classify(word, probabilities);
                    right.Add(probabilities.IndexOf(probabilities.Max()) == word.Class);
                }
                var example = i;
                events.AddRange(Unless(() => _reader.ReadEvents(_examples[example], ranker)).Select(one => new SeenEvent(example, one.Sample, one.IsUnlisted)));
            }
        }
        typesRight = Share(right);
        return events;
    }

    private List<JudgedEvent> LearnEvents(List<SeenEvent> events)
    {
        var judged = new List<JudgedEvent>();
        var verdict = new float[EventRanker.Verdicts.Length];
        for (var fold = 0; fold < Folds; fold++)
        {
            var judge = TrainFold(EventRanker.Verdicts, [.. events.Where(one => one.Example % Folds != fold).Select(one => one.Sample)], OfEvents);
            foreach (var one in events.Where(one => one.Example % Folds == fold))
            {
                judge.Classify(one.Sample, verdict);
                judged.Add(new(one.Example, one.IsUnlisted, verdict[ExampleVerdict.Wrong], verdict[ExampleVerdict.Right], one.Sample.Class));
            }
        }
        return judged;
    }

    private FeatureClassifier TrainFold(IReadOnlyList<string> classes, IReadOnlyList<ClassifierSample> samples, ClassifierOptions options) => Unless(() =>
    {
        var path = Path.Combine(_folder, "fold.part");
        ClassifierTraining.Train(classes, samples, options, null, path);
        var trained = FeatureClassifier.Load(path);
        File.Delete(path);
        return trained;
    });

    private LexiconException TooFew(string found) => new(_examplesFolder, 0, 0, $"{found} in the {_examples.Count} sentences; at least {FewestEvents} are needed to train from.");

    private T Unless<T>(Func<T> work)
    {
        _stop.ThrowIfCancellationRequested();
        return work();
    }

    internal static string Share(IReadOnlyCollection<bool> outcomes) => outcomes.Count == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * outcomes.Count(right => right) / outcomes.Count:F1} %");

    private sealed record SeenEvent(int Example, ClassifierSample Sample, bool IsUnlisted);
}
