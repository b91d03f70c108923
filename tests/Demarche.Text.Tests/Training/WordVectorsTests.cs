using System.Globalization;
using Demarche.Text.Neural;
using Demarche.Text.Training;

namespace Demarche.Text.Tests.Training;

public sealed class WordVectorsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vectors-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Both_formats_give_the_same_vectors()
    {
        var (lines, json) = (Path.Combine(folder, "v.txt"), Path.Combine(folder, "v.json"));
        File.WriteAllText(lines, $"treaty {Numbers(0.1f, " ")}\n\" {Numbers(-0.2f, " ")}\nports {Numbers(0.3f, " ")}\n");
        File.WriteAllText(json, $"{{\"precision\":8,\"vectors\":{{\"treaty\":[{Numbers(0.1f, ",")},9.5,1],\"\\\"\":[{Numbers(-0.2f, ",")},9.5,2],\"ports\":[{Numbers(0.3f, ",")},9.5,3]}},\"unkVector\":[0]}}");

        var (a, b) = (WordVectors.Read(lines, 10), WordVectors.Read(json, 10));

        Assert.Equal(3, a.Keys.Length);
        Assert.Equal(a.Keys, b.Keys);
        Assert.Equal(a.Values.ToArray(), b.Values.ToArray());
        Assert.Equal(a.Scales.ToArray(), b.Scales.ToArray());
    }

    [Fact]
    public void A_vector_comes_back_nearly_as_it_was_and_an_unknown_word_as_zeros()
    {
        var file = Path.Combine(folder, "v.txt");
        File.WriteAllText(file, $"treaty {Numbers(0.1f, " ")}\n");
        var (known, unknown) = (new float[100], Enumerable.Repeat(1f, 100).ToArray());

        var table = WordVectors.Read(file, 10);
        table.Read(StableHash.Of("treaty"), known);
        table.Read(StableHash.Of("ports"), unknown);

        for (var i = 0; i < 100; i++) Assert.Equal(0.1f + (i / 100f), known[i], 0.006f);
        Assert.All(unknown, x => Assert.Equal(0f, x));
    }

    [Fact]
    public void Vectors_of_another_length_are_refused()
    {
        var file = Path.Combine(folder, "v.txt");
        File.WriteAllText(file, "treaty 1 2 3\n");

        var error = Assert.Throws<InvalidDataException>(() => WordVectors.Read(file, 10));

        Assert.Equal($"{file}: the vector of 'treaty' has 3 numbers where 100 are needed; take 100-dimensional vectors.", error.Message);
    }

    private static string Numbers(float first, string separator) =>
        string.Join(separator, Enumerable.Range(0, 100).Select(i => (first + (i / 100f)).ToString("f5", CultureInfo.InvariantCulture)));
}
