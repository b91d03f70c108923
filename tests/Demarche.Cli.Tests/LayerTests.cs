using System.Reflection;

namespace Demarche.Cli.Tests;

public sealed class LayerTests
{
    private static readonly string[] Layers = ["Demarche.Text", "Demarche.Knowledge", "Demarche.Intake", "Demarche.Coding"];

    [Fact]
    public void Each_layer_knows_only_the_layers_below_it()
    {
        foreach (var (name, level) in Layers.Select((name, level) => (name, level)))
        {
            var references = Assembly.Load(name).GetReferencedAssemblies().Select(reference => reference.Name!).Where(reference => reference.StartsWith("Demarche.", StringComparison.Ordinal)).ToArray();

            Assert.All(references, reference => Assert.InRange(Array.IndexOf(Layers, reference), 0, level - 1));
        }
    }
}
