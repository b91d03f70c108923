using Demarche.Testing;
using Demarche.Text.Classifying;

namespace Demarche.Text.Tests.Classifying;

public sealed class FeatureClassifierTests : IDisposable
{
    private static readonly string[] Classes = ["no", "yes"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_only_two_features_together_tell_is_learnt()
    {
        var classifier = Train(Exclusive(400), "xor.bin");

        Assert.All([("a", "c"), ("b", "d")], pair => Assert.True(Probability(classifier, pair.Item1, pair.Item2) > 0.9));
        Assert.All([("a", "d"), ("b", "c")], pair => Assert.True(Probability(classifier, pair.Item1, pair.Item2) < 0.1));
    }

    [Fact]
    public void The_same_samples_give_the_same_bytes()
    {
        Train(Exclusive(100), "first.bin");
        Train(Exclusive(100), "second.bin");

        Assert.Equal(File.ReadAllBytes(_folder["first.bin"]), File.ReadAllBytes(_folder["second.bin"]));
    }

    [Fact]
    public void Numbers_tell_where_words_are_unknown()
    {
        var samples = Enumerable.Range(0, 400).Select(i => Sample($"word{i % 50}", "", i % 2 == 0 ? 1f : -1f, i % 2)).ToArray();

        var classifier = Train(samples, "numbers.bin");

        Assert.True(Probability(classifier, "never seen", "", 1f) < 0.1);
        Assert.True(Probability(classifier, "never seen", "", -1f) > 0.9);
    }

    [Fact]
    public void Calibration_makes_what_is_too_sure_as_sure_as_it_is_right()
    {
        // Said with 0.95, right seven times in ten.
        var heldOut = Enumerable.Range(0, 1000).Select(i => i % 2 == 0 ? (0.95, i % 20 < 14) : (0.05, i % 20 >= 14)).ToArray();

        var (slope, shift) = ClassifierTraining.Calibrate(heldOut);

        Assert.Equal(0.7, FeatureClassifier.Calibrate(0.95, slope, shift), 1e-3);
        Assert.Equal(0.3, FeatureClassifier.Calibrate(0.05, slope, shift), 1e-3);
    }

    [Fact]
    public void Room_and_numbers_that_do_not_fit_are_refused()
    {
        var classifier = Train(Exclusive(40), "small.bin");

        var error = Assert.Throws<ArgumentException>(() => classifier.Classify(new FeatureList(3), new float[2]));

        Assert.Equal("The classifier takes 1 numbers and gives 2 probabilities; there are 3 and room for 2.", error.Message);
    }

    [Fact]
    public void A_file_that_is_no_classifier_is_named()
    {
        var path = _folder.Write("broken.bin", "not a model");

        Assert.StartsWith($"{path} is not a model that this version can read", Assert.Throws<InvalidDataException>(() => FeatureClassifier.Load(path)).Message, StringComparison.Ordinal);
    }

    private static ClassifierSample[] Exclusive(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Sample(i % 2 == 0 ? "a" : "b", i % 4 < 2 ? "c" : "d", 0, i % 2 == 0 == (i % 4 < 2) ? 1 : 0))];

    private static ClassifierSample Sample(string first, string second, float number, int @class) => ClassifierSample.Of(List(first, second, number), @class);

    private static FeatureList List(string first, string second, float number)
    {
        var list = new FeatureList(1);
        list.AddWord("first", first);
        list.Add("second", second);
        list.Numbers[0] = number;
        return list;
    }

    private static float Probability(FeatureClassifier classifier, string first, string second, float number = 0)
    {
        var probabilities = new float[2];
        classifier.Classify(List(first, second, number), probabilities);
        return probabilities[1];
    }

    private FeatureClassifier Train(IReadOnlyList<ClassifierSample> samples, string name)
    {
        ClassifierTraining.Train(Classes, samples, new ClassifierOptions(Epochs: 60, WordDropout: 0.1f, Dropout: 0.1f, Rate: 0.01f), null, _folder[name]);
        return FeatureClassifier.Load(_folder[name]);
    }
}
