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
        Tables = [.. ParserShape.Tables.Select((table, i) => Table(file, table.Name, i == 0 ? WordKeys.Length + 1 : table.Rows, table.Width))];
        var tagOutputs = ParserShape.TagOutputs(PennTags.Length);
        if (tagOutputs > ParserWorkspace.MostOutputs)
            throw new InvalidDataException($"The model has {PennTags.Length} Penn tags, more than a parser has room for; train it from Penn tags.");
        Input1 = Matrix(file, "layer1.input", ParserShape.Input, ParserShape.BothGates);
        Bias1 = Bias(file, "layer1.bias", ParserShape.BothGates);
        Forward1 = Matrix(file, "layer1.forward", ParserShape.Hidden, ParserShape.Gates);
        Backward1 = Matrix(file, "layer1.backward", ParserShape.Hidden, ParserShape.Gates);
        Input2 = Matrix(file, "layer2.input", ParserShape.States, ParserShape.BothGates);
        Bias2 = Bias(file, "layer2.bias", ParserShape.BothGates);
        Forward2 = Matrix(file, "layer2.forward", ParserShape.Hidden, ParserShape.Gates);
        Backward2 = Matrix(file, "layer2.backward", ParserShape.Hidden, ParserShape.Gates);
        Parts = Matrix(file, "parts", ParserShape.States, ParserShape.Parts);
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

    internal FloatBuffer[] Tables { get; }

    internal PackedMatrix Input1 { get; }

    internal FloatBuffer Bias1 { get; }

    internal PackedMatrix Forward1 { get; }

    internal PackedMatrix Backward1 { get; }

    internal PackedMatrix Input2 { get; }

    internal FloatBuffer Bias2 { get; }

    internal PackedMatrix Forward2 { get; }

    internal PackedMatrix Backward2 { get; }

    internal PackedMatrix Parts { get; }

    internal FloatBuffer PartsBias { get; }

    internal PackedMatrix Arc { get; }

    internal FloatBuffer ArcBias { get; }

    internal FloatBuffer ArcRoot { get; }

    internal FloatBuffer Distances { get; }

    internal PackedMatrix Label { get; }

    internal FloatBuffer LabelBias { get; }

    internal PackedMatrix Tag { get; }

    internal FloatBuffer TagBias { get; }

    /// <exception cref="InvalidDataException">The file is not a parser model, or one of another version of Demarche.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ParserModel Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new ParserModel(TensorFile.Read(path));
    }

    /// <summary>Working space for one thread at a time; about 15 MB when it has seen many words.</summary>
    public ParserWorkspace CreateWorkspace() => new(this);

    /// <summary>Tags and parses one sentence.</summary>
    /// <param name="forms">The words, none of them empty.</param>
    /// <param name="work">A workspace of this model that no other thread is using.</param>
    /// <param name="result">Takes one analysis for each word; may be longer.</param>
    /// <exception cref="ArgumentException">The result is too short, or the workspace was made by another model.</exception>
    public void Parse(ReadOnlySpan<string> forms, ParserWorkspace work, Span<TokenAnalysis> result)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (work.Model != this)
            throw new ArgumentException("The workspace was made by another model; make one with CreateWorkspace.", nameof(work));
        if (result.Length < forms.Length)
            throw new ArgumentException($"There is room for {result.Length} analyses, but {forms.Length} words were given.", nameof(result));
        SentenceWindows.Parse(forms, work, result[..forms.Length]);
        GC.KeepAlive(this);
    }

    private static void Expect(TensorFile file, string name, string names)
    {
        var found = file.Text(name);
        if (found != names) throw new InvalidDataException($"The model was trained for other {name}: '{found}', and not '{names}'; train it anew.");
    }

    private static FloatBuffer Table(TensorFile file, string name, int rows, int columns)
    {
        var shape = file.Shape(name);
        return shape == (rows, columns) ? file.Floats(name) : throw new InvalidDataException(
            $"The model's '{name}' has {shape.Rows} rows and {shape.Columns} columns where {rows} and {columns} were expected; train it anew.");
    }

    private static FloatBuffer Bias(TensorFile file, string name, int columns) => Table(file, name, 1, columns);

    private static unsafe PackedMatrix Matrix(TensorFile file, string name, int rows, int columns)
    {
        var values = Table(file, name, rows, columns);
        var packed = PackedMatrix.From(values.Pointer, rows, columns, columns);
        GC.KeepAlive(values);
        return packed;
    }
}
