using System.Runtime.Intrinsics;
using Demarche.Text.Neural;

namespace Demarche.Text.Classifying;

/// <summary>Tells classes apart by named features and numbers: one hidden layer of rectified units, then a probability for each class.</summary>
/// <remarks>Never changes after loading and may be shared between threads. Sums run in one order, so results have the same bits on any machine, up to the exponential.</remarks>
public sealed class FeatureClassifier
{
    internal const int Hidden = 48;

    private readonly Dictionary<ulong, int> _rows = [];
    private readonly NumberBuffer<float> _features, _numbers, _bias, _out, _outBias;

    private FeatureClassifier(TensorFile file)
    {
        Version = file.Version;
        Classes = file.Text("classes").Split(' ');
        var keys = file.UInt64s("keys");
        for (var i = 0; i < keys.Length; i++)
            _rows[keys[i]] = i;
        _features = Table(file, "features", keys.Length, Hidden);
        NumberCount = file.Shape("numbers").Rows;
        _numbers = Table(file, "numbers", NumberCount, Hidden);
        _bias = Table(file, "bias", 1, Hidden);
        _out = Table(file, "out", Classes.Count, Hidden);
        _outBias = Table(file, "out.bias", 1, Classes.Count);
        var slope = file.Floats("calibration").Span;
        (Slope, Shift) = (slope[0], slope[1]);
    }

    /// <summary>The names of the classes, in the order of the probabilities.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>How many numbers a <see cref="FeatureList"/> for it needs.</summary>
    public int NumberCount { get; }

    /// <summary>The first 12 hexadecimal digits of the file's SHA-256.</summary>
    public string Version { get; }

    /// <summary>Platt's calibration of the last class: its log-odds are multiplied by the slope, and the shift is added.</summary>
    private float Slope { get; }

    private float Shift { get; }

    /// <exception cref="InvalidDataException">The file is not a classifier.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FeatureClassifier Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new FeatureClassifier(TensorFile.Read(path));
    }

    /// <summary>Writes the probability of each class.</summary>
    /// <exception cref="ArgumentException">The numbers or the room for probabilities do not fit.</exception>
    public void Classify(FeatureList features, Span<float> probabilities)
    {
        ArgumentNullException.ThrowIfNull(features);
        Classify(features.Keys, features.Words, features.Numbers, probabilities);
    }

    /// <inheritdoc cref="Classify(FeatureList, Span{float})"/>
    public void Classify(ClassifierSample sample, Span<float> probabilities)
    {
        ArgumentNullException.ThrowIfNull(sample);
        Classify(sample.Keys, sample.Words, sample.Numbers, probabilities);
    }

    private void Classify(IReadOnlyList<ulong> keys, IReadOnlyList<ulong> words, ReadOnlySpan<float> numbers, Span<float> probabilities)
    {
        if (numbers.Length != NumberCount || probabilities.Length != Classes.Count)
            throw new ArgumentException($"The classifier takes {NumberCount} numbers and gives {Classes.Count} probabilities; there are {numbers.Length} and room for {probabilities.Length}.");
        Span<float> hidden = stackalloc float[Hidden];
        _bias.Span.CopyTo(hidden);
        AddRows(keys, hidden);
        AddRows(words, hidden);
        for (var i = 0; i < NumberCount; i++)
        {
            if (numbers[i] != 0)
                AddScaled(_numbers.Span.Slice(i * Hidden, Hidden), numbers[i], hidden);
        }
        foreach (ref var unit in hidden)
            unit = Math.Max(0, unit);
        for (var c = 0; c < probabilities.Length; c++)
            probabilities[c] = _outBias.Span[c] + Dot(_out.Span.Slice(c * Hidden, Hidden), hidden);
        Softmax(probabilities);
    }

    /// <summary>What a probability of the last class is worth: the share of such things that were of it, among things held out of training.</summary>
    public double Calibrate(float probability) => Calibrate(probability, Slope, Shift);

    /// <summary>A probability whose log-odds are multiplied by a slope and moved by a shift.</summary>
    public static double Calibrate(double probability, double slope, double shift) => 1 / (1 + Math.Exp(-((slope * LogOdds(probability)) + shift)));

    internal static double LogOdds(double probability)
    {
        var clipped = Math.Clamp(probability, 1e-6, 1 - 1e-6);
        return Math.Log(clipped / (1 - clipped));
    }

    internal static void Softmax(Span<float> scores)
    {
        var most = scores[0];
        foreach (var score in scores)
            most = Math.Max(most, score);
        var sum = 0f;
        foreach (ref var score in scores)
            sum += score = MathF.Exp(score - most);
        foreach (ref var score in scores)
            score /= sum;
    }

    internal static void AddScaled(ReadOnlySpan<float> row, float factor, Span<float> target)
    {
        for (var i = 0; i < Hidden; i += 8)
            Vector256.FusedMultiplyAdd(Vector256.Create(row[i..]), Vector256.Create(factor), Vector256.Create<float>(target[i..])).CopyTo(target[i..]);
    }

    internal static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector256<float>.Zero;
        for (var i = 0; i < Hidden; i += 8)
            sum = Vector256.FusedMultiplyAdd(Vector256.Create(a[i..]), Vector256.Create(b[i..]), sum);
        var total = 0f;
        for (var i = 0; i < 8; i++)
            total += sum[i];
        return total;
    }

    private void AddRows(IReadOnlyList<ulong> keys, Span<float> hidden)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            if (_rows.TryGetValue(keys[i], out var row))
                AddScaled(_features.Span.Slice(row * Hidden, Hidden), 1, hidden);
        }
    }

    private static NumberBuffer<float> Table(TensorFile file, string name, int rows, int columns) =>
        file.Shape(name) == (rows, columns) ? file.Floats(name) : throw new InvalidDataException($"The classifier's '{name}' has another shape than {rows} by {columns}; train it anew.");
}
