using Demarche.Text.Neural;
using Demarche.Text.Training;

namespace Demarche.Text.Classifying;

/// <summary>One thing to learn from: what is seen of it, and its class.</summary>
/// <param name="Weight">How much it counts.</param>
public sealed record ClassifierSample(ulong[] Keys, ulong[] Words, float[] Numbers, int Class, float Weight = 1)
{
    /// <summary>Copies a list, which may then be cleared.</summary>
    public static ClassifierSample Of(FeatureList features, int @class, float weight = 1)
    {
        ArgumentNullException.ThrowIfNull(features);
        return new([.. features.Keys], [.. features.Words], features.Numbers.ToArray(), @class, weight);
    }
}

/// <summary>How a classifier is trained.</summary>
/// <param name="Epochs">How often the samples are gone through.</param>
/// <param name="WordDropout">How often all word features of a sample are hidden.</param>
/// <param name="Dropout">How often a hidden unit is left out, and half as often a single feature.</param>
/// <param name="Rate">The first step's rate; it falls to nothing by the last.</param>
/// <param name="Seed">Another number gives another classifier of the same kind.</param>
public sealed record ClassifierOptions(int Epochs = 12, float WordDropout = 0.3f, float Dropout = 0.3f, float Rate = 0.002f, ulong Seed = 1);

/// <summary>Trains a <see cref="FeatureClassifier"/>; the same samples in the same order give the same bytes.</summary>
public sealed class ClassifierTraining
{
    private const int Batch = 32, FewestSightings = 2, Hidden = FeatureClassifier.Hidden;

    // Of rows to the rest: rows are seen seldom.
    private const float RowRate = 10;

    private readonly IReadOnlyList<string> _classes;
    private readonly IReadOnlyList<ClassifierSample> _samples;
    private readonly ClassifierOptions _options;
    private readonly RandomStream _random;
    private readonly Dictionary<ulong, int> _rows = [];
    private readonly ulong[] _keys;
    private readonly Parameter _features, _numbers, _bias, _out, _outBias;
    private readonly float[] _hidden = new float[Hidden], _mask = new float[Hidden], _gradient = new float[Hidden], _scores;
    private readonly List<int> _active = [];
    private readonly HashSet<int> _touched = [];

    private ClassifierTraining(IReadOnlyList<string> classes, IReadOnlyList<ClassifierSample> samples, ClassifierOptions options)
    {
        (_classes, _samples, _options, _random) = (classes, samples, options, new RandomStream(options.Seed));
        _keys = [.. samples.SelectMany(sample => sample.Keys.Concat(sample.Words)).CountBy(key => key).Where(pair => pair.Value >= FewestSightings).Select(pair => pair.Key).Order()];
        for (var i = 0; i < _keys.Length; i++)
            _rows[_keys[i]] = i;
        var numbers = samples[0].Numbers.Length;
        _features = new Parameter("features", _keys.Length, Hidden).Uniform(_random, 0.05f);
        _numbers = new Parameter("numbers", numbers, Hidden).Glorot(_random);
        _bias = new Parameter("bias", 1, Hidden);
        _out = new Parameter("out", classes.Count, Hidden).Glorot(_random);
        _outBias = new Parameter("out.bias", 1, classes.Count);
        _scores = new float[classes.Count];
    }

    /// <summary>Trains a classifier and writes it to a file.</summary>
    /// <param name="calibration">Slope and shift of the log-odds of the last class; null for none.</param>
    /// <exception cref="ArgumentException">There are no samples.</exception>
    public static void Train(IReadOnlyList<string> classes, IReadOnlyList<ClassifierSample> samples, ClassifierOptions options, (double Slope, double Shift)? calibration, string path)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(options);
        if (samples.Count == 0)
            throw new ArgumentException("There is nothing to learn from.", nameof(samples));
        var training = new ClassifierTraining(classes, samples, options);
        training.Run();
        training.Write(calibration ?? (1, 0), path);
    }

    /// <summary>The slope and shift that make probabilities of samples held out fit their outcomes best (Platt 1999).</summary>
    public static (double Slope, double Shift) Calibrate(IReadOnlyList<(double Probability, bool IsRight)> heldOut)
    {
        ArgumentNullException.ThrowIfNull(heldOut);
        var (slope, shift) = (1.0, 0.0);
        // Newton's method on the log loss of two parameters, which is convex; a step that goes too far is halved.
        for (var step = 0; step < 100; step++)
        {
            double gSlope = 0, gShift = 0, hSlope = 1e-6, hShift = 1e-6, hBoth = 0;
            foreach (var (probability, isRight) in heldOut)
            {
                var odds = FeatureClassifier.LogOdds(probability);
                var p = FeatureClassifier.Calibrate(probability, slope, shift);
                var (error, weight) = (p - (isRight ? 1 : 0), p * (1 - p));
                gSlope += error * odds;
                gShift += error;
                hSlope += weight * odds * odds;
                hShift += weight;
                hBoth += weight * odds;
            }
            var determinant = (hSlope * hShift) - (hBoth * hBoth);
            var (down, aside) = (((hShift * gSlope) - (hBoth * gShift)) / determinant, ((hSlope * gShift) - (hBoth * gSlope)) / determinant);
            var share = 1.0;
            while (share > 1e-6 && LogLoss(heldOut, slope - (share * down), shift - (share * aside)) > LogLoss(heldOut, slope, shift))
                share /= 2;
            slope -= share * down;
            shift -= share * aside;
        }
        return (slope, shift);
    }

    private static double LogLoss(IReadOnlyList<(double Probability, bool IsRight)> heldOut, double slope, double shift) =>
        -heldOut.Sum(one => FeatureClassifier.Calibrate(one.Probability, slope, shift) is var p && one.IsRight ? Math.Log(Math.Max(1e-12, p)) : Math.Log(Math.Max(1e-12, 1 - p)));

    private void Run()
    {
        var adam = new Adam([_numbers, _bias, _out, _outBias]);
        var order = Enumerable.Range(0, _samples.Count).ToArray();
        var (steps, step) = (_options.Epochs * ((order.Length + Batch - 1) / Batch), 0);
        for (var epoch = 0; epoch < _options.Epochs; epoch++)
        {
            _random.Shuffle<int>(order);
            foreach (var batch in order.Chunk(Batch))
            {
                foreach (var index in batch)
                    Learn(_samples[index], 1f / batch.Length);
                var rate = _options.Rate * (1 - (step++ / (float)steps));
                adam.Step(rate);
                UpdateRows(rate);
            }
        }
        _features.Values.CopyTo(_features.Average);
    }

    // A batch sees few of the features: only their rows are moved (Adagrad; Duchi, Hazan and Singer 2011).
    private void UpdateRows(float rate)
    {
        foreach (var row in _touched)
        {
            var values = _features.Values.Slice(row * Hidden, Hidden);
            var gradients = _features.Gradients.Slice(row * Hidden, Hidden);
            var squares = _features.Variance.AsSpan(row * Hidden, Hidden);
            for (var i = 0; i < Hidden; i++)
            {
                squares[i] += gradients[i] * gradients[i];
                values[i] -= RowRate * rate * gradients[i] / (MathF.Sqrt(squares[i]) + 1e-8f);
            }
            gradients.Clear();
        }
        _touched.Clear();
    }

    private void Learn(ClassifierSample sample, float share)
    {
        _active.Clear();
        Choose(sample.Keys);
        if (!_random.Chance(_options.WordDropout))
            Choose(sample.Words);
        _random.FillMask(_mask, _options.Dropout);
        _bias.Values.CopyTo(_hidden);
        foreach (var row in _active)
            FeatureClassifier.AddScaled(_features.Values.Slice(row * Hidden, Hidden), 1, _hidden);
        for (var i = 0; i < sample.Numbers.Length; i++)
            FeatureClassifier.AddScaled(_numbers.Values.Slice(i * Hidden, Hidden), sample.Numbers[i], _hidden);
        for (var i = 0; i < Hidden; i++)
            _hidden[i] = Math.Max(0, _hidden[i]) * _mask[i];
        for (var c = 0; c < _scores.Length; c++)
            _scores[c] = _outBias.Values[c] + FeatureClassifier.Dot(_out.Values.Slice(c * Hidden, Hidden), _hidden);
        FeatureClassifier.Softmax(_scores);
        Array.Clear(_gradient);
        for (var c = 0; c < _scores.Length; c++)
        {
            var error = (_scores[c] - (c == sample.Class ? 1 : 0)) * share * sample.Weight;
            FeatureClassifier.AddScaled(_out.Values.Slice(c * Hidden, Hidden), error, _gradient);
            FeatureClassifier.AddScaled(_hidden, error, _out.Gradients.Slice(c * Hidden, Hidden));
            _outBias.Gradients[c] += error;
        }
        for (var i = 0; i < Hidden; i++)
            _gradient[i] = _hidden[i] > 0 ? _gradient[i] * _mask[i] : 0;
        _touched.UnionWith(_active);
        foreach (var row in _active)
            FeatureClassifier.AddScaled(_gradient, 1, _features.Gradients.Slice(row * Hidden, Hidden));
        for (var i = 0; i < sample.Numbers.Length; i++)
            FeatureClassifier.AddScaled(_gradient, sample.Numbers[i], _numbers.Gradients.Slice(i * Hidden, Hidden));
        FeatureClassifier.AddScaled(_gradient, 1, _bias.Gradients);
    }

    private void Choose(ulong[] keys)
    {
        foreach (var key in keys)
        {
            if (_rows.TryGetValue(key, out var row) && !_random.Chance(_options.Dropout / 2))
                _active.Add(row);
        }
    }

    private void Write((double Slope, double Shift) calibration, string path)
    {
        var file = new TensorFile.Writer();
        file.Text("classes", string.Join(' ', _classes));
        file.UInt64s("keys", _keys);
        foreach (var parameter in new[] { _features, _numbers, _bias, _out, _outBias })
            file.Halves(parameter.Name, parameter.Rows, parameter.Columns, parameter.Average);
        file.Singles("calibration", 1, 2, [(float)calibration.Slope, (float)calibration.Shift]);
        file.Write(path);
    }
}
