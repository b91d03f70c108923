using Demarche.Text.Neural;

namespace Demarche.Text.Parsing;

/// <summary>A trained tagger, dependency parser and name tagger for English.</summary>
/// <remarks>
/// <para>Never changes after loading and may be shared between threads, each with a workspace of its own. The result depends
/// on the words and the file only: not on the machine, nor on what a workspace read before.</para>
/// <para>Takes the tokens of the treebank: hyphens stand alone, "'s" and "n't" are apart. A sentence of more than
/// <see cref="ParserWorkspace.LongestWindow"/> tokens is parsed in windows, cut after a punctuation mark where there is one;
/// the root of each later window hangs from the root of the first as <see cref="DependencyRelation.Parataxis"/>.</para>
/// </remarks>
public sealed class ParserModel
{
    private ParserModel(TensorFile file)
    {
        Version = file.Version;
        PennTags = [.. file.Text("penn tags").Split(' ').Select(string.Intern)];
        Expect(file, "universal tags", string.Join(' ', Enum.GetNames<UniversalTag>()));
        Expect(file, "relations", string.Join(' ', Enum.GetNames<DependencyRelation>()));
        Expect(file, "names", string.Join(' ', Enum.GetNames<NameKind>()));
        Vectors = new VectorTable(file.UInt64s("vectors.keys"), file.SignedBytes("vectors.values"), file.Floats("vectors.scales").Span.ToArray());
        WordKeys = file.UInt64s("word.keys");
        Gazetteer = new Gazetteer(file.UInt64s("gazetteer.keys"), file.SignedBytes("gazetteer.classes"));
        Tables = [.. ParserShape.Tables.Select((table, i) => Table(file, table.Name, i == 0 ? WordKeys.Length + 1 : table.Rows, table.Width))];
        var tagOutputs = ParserShape.TagOutputs(PennTags.Length);
        if (tagOutputs > ParserWorkspace.MostOutputs)
            throw new InvalidDataException($"The model has {PennTags.Length} Penn tags, more than a parser has room for; train it from Penn tags.");
        FirstInput = Matrix(file, ParserShape.LayerName(1) + ".input", ParserShape.Input, ParserShape.BothGates);
        Layers = [.. Enumerable.Range(1, ParserShape.Layers).Select(number => Layer(file, ParserShape.LayerName(number), number > 1))];
        Parts = OfStates(file, "parts", ParserShape.States, ParserShape.Parts);
        PartsBias = Bias(file, "parts.bias", ParserShape.Parts);
        Arc = Matrix(file, "arc", ParserShape.Arc, ParserShape.Arc);
        ArcBias = Bias(file, "arc.bias", ParserShape.Arc);
        ArcRoot = Bias(file, "arc.root", ParserShape.Arc);
        Distances = Table(file, "label.distances", ParserShape.Distances, ParserShape.Label);
        Label = Matrix(file, "label", ParserShape.Label, PackedMatrix.Pad(DependencyRelations.Count));
        LabelBias = Bias(file, "label.bias", PackedMatrix.Pad(DependencyRelations.Count));
        Tag = Matrix(file, "tag", ParserShape.Tag, tagOutputs);
        TagBias = Bias(file, "tag.bias", tagOutputs);
    }

    /// <summary>The first 12 hexadecimal digits of the model file's SHA-256: files with one version parse alike.</summary>
    public string Version { get; }

    internal string[] PennTags { get; }

    internal VectorTable Vectors { get; }

    internal ulong[] WordKeys { get; }

    internal Gazetteer Gazetteer { get; }

    internal NumberBuffer<float>[] Tables { get; }

    internal PackedMatrix FirstInput { get; }

    internal RecurrentWeights[] Layers { get; }

    internal IntegerMatrix Parts { get; }

    internal NumberBuffer<float> PartsBias { get; }

    internal PackedMatrix Arc { get; }

    internal NumberBuffer<float> ArcBias { get; }

    internal NumberBuffer<float> ArcRoot { get; }

    internal NumberBuffer<float> Distances { get; }

    internal PackedMatrix Label { get; }

    internal NumberBuffer<float> LabelBias { get; }

    internal PackedMatrix Tag { get; }

    internal NumberBuffer<float> TagBias { get; }

    /// <exception cref="InvalidDataException">The file is not a parser model, or one of another version of Demarche.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ParserModel Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new ParserModel(TensorFile.Read(path));
    }

    /// <summary>Working space for one thread at a time; about 25 MB when it has seen many words.</summary>
    public ParserWorkspace CreateWorkspace() => new(this);

    /// <summary>Tags and parses one sentence.</summary>
    /// <param name="forms">The words, none of them empty.</param>
    /// <param name="work">A workspace of this model that no other thread is using.</param>
    /// <param name="result">Takes one analysis for each word; may be longer.</param>
    /// <exception cref="ArgumentException">The result is too short, or the workspace was made by another model.</exception>
    public void Parse(ReadOnlySpan<string> forms, ParserWorkspace work, Span<TokenAnalysis> result) =>
        Parse(forms, [forms.Length], work, result);

    /// <summary>Tags and parses the sentences of a text, faster together than one by one and to the same result.</summary>
    /// <param name="forms">The words of all sentences, none of them empty.</param>
    /// <param name="ends">For each sentence the index behind its last word, ascending; the last is the number of words.</param>
    /// <param name="work">A workspace of this model that no other thread is using.</param>
    /// <param name="result">Takes one analysis for each word, heads counted from the sentence's first word; may be longer.</param>
    /// <exception cref="ArgumentException">The result is too short, the ends do not fit the words, or the workspace was made by another model.</exception>
    public void Parse(ReadOnlySpan<string> forms, ReadOnlySpan<int> ends, ParserWorkspace work, Span<TokenAnalysis> result)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (work.Model != this)
            throw new ArgumentException("The workspace was made by another model; make one with CreateWorkspace.", nameof(work));
        if (result.Length < forms.Length)
            throw new ArgumentException($"There is room for {result.Length} analyses, but {forms.Length} words were given.", nameof(result));
        if (ends.IsEmpty ? forms.Length > 0 : ends[^1] != forms.Length)
            throw new ArgumentException($"The sentences must end with the {forms.Length} words that were given.", nameof(ends));
        work.Batches.Parse(forms, ends, work, result[..forms.Length]);
        GC.KeepAlive(this);
    }

    private static void Expect(TensorFile file, string name, string names)
    {
        var found = file.Text(name);
        if (found != names) throw new InvalidDataException($"The model was trained for other {name}: '{found}', and not '{names}'; train it anew.");
    }

    private static NumberBuffer<float> Table(TensorFile file, string name, int rows, int columns)
    {
        var shape = file.Shape(name);
        return shape == (rows, columns) ? file.Floats(name) : throw new InvalidDataException(
            $"The model's '{name}' has {shape.Rows} rows and {shape.Columns} columns where {rows} and {columns} were expected; train it anew.");
    }

    private static NumberBuffer<float> Bias(TensorFile file, string name, int columns) => Table(file, name, 1, columns);

    private static RecurrentWeights Layer(TensorFile file, string name, bool readsStates) => new(
        readsStates ? OfStates(file, name + ".input", ParserShape.States, ParserShape.BothGates) : null,
        Bias(file, name + ".bias", ParserShape.BothGates),
        OfStates(file, name + ".forward", ParserShape.Hidden, ParserShape.Gates),
        OfStates(file, name + ".backward", ParserShape.Hidden, ParserShape.Gates));

    private static IntegerMatrix OfStates(TensorFile file, string name, int rows, int columns) =>
        new(Table(file, name, rows, columns).Span, rows, columns);

    private static unsafe PackedMatrix Matrix(TensorFile file, string name, int rows, int columns)
    {
        var values = Table(file, name, rows, columns);
        var packed = PackedMatrix.From(values.Pointer, rows, columns, columns);
        GC.KeepAlive(values);
        return packed;
    }
}
