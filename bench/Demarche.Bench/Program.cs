using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(Demarche.Bench.CodingBenchmarks).Assembly).Run(args);
