using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CompetitionHub.Mutation;

/// <summary>Compiles the Core project with all mutations in it, as its own build would; what the compiler refuses is left out and compiled again.</summary>
internal sealed partial class Compiler(string root, string scratch)
{
    private const string Switch = """
        internal static class Mutants
        {
            public static int Active = -1;
            public static bool[]? Seen;
            public static volatile bool Stop;

            public static bool Is(int id)
            {
                if (Seen is { } seen)
                    seen[id] = true;
                // A loop that a mutation made endless comes across one, too.
                if (Stop)
                    throw new System.TimeoutException();
                return id == Active;
            }
        }
        """;

    private readonly string core = Path.Combine(root, "src", "CompetitionHub.Core");
    private readonly HashSet<int> refused = [];

    /// <summary>The mutations the compiler would not take.</summary>
    public IReadOnlySet<int> Refused => refused;

    /// <summary>Writes the mutated assembly into the folder and returns what is in it.</summary>
    public List<Mutant> Build(IReadOnlyList<string> files, string target)
    {
        var arguments = Arguments();
        var csc = Path.Combine(arguments.RoslynFolder, "csc.dll");
        var memory = new RefusedMemory(Path.Combine(scratch, "..", "refused.txt"), core);
        for (var round = 1; ; round++)
        {
            var mutants = new List<Mutant>();
            var replaced = new Dictionary<string, (string Path, CompilationUnitSyntax Root)>();
            var next = 0;
            foreach (var file in files)
            {
                var path = Path.Combine(core, file);
                var tree = CSharpSyntaxTree.ParseText(File.ReadAllText(path));
                var first = next;
                if (round == 1)
                {
                    var all = new Mutator(file, first, new HashSet<int>());
                    all.Visit(tree.GetRoot());
                    refused.UnionWith(memory.Of(file, all.Mutants).Select(number => first + number));
                }
                var mutator = new Mutator(file, first, refused);
                var text = mutator.Visit(tree.GetRoot())!.ToFullString();
                var copy = Path.Combine(scratch, "sources", file);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.WriteAllText(copy, text);
                replaced[Path.GetFullPath(path)] = (copy, CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot());
                mutants.AddRange(mutator.Mutants);
                next = mutator.NextId;
                memory.Set(file, refused.Where(id => id >= first && id < mutator.NextId).Select(id => id - first));
            }
            var added = Path.Combine(scratch, "sources", "Mutants.cs");
            File.WriteAllText(added, Switch);

            var output = Path.Combine(target, "CompetitionHub.Core.dll");
            var response = Path.Combine(scratch, "csc.rsp");
            File.WriteAllLines(response, arguments.Lines.Select(line => replaced.TryGetValue(Path.GetFullPath(line, core), out var copy) ? copy.Path : line)
                .Concat([added, $"/out:{output}", "/warn:0"]).Select(line => line.StartsWith('/') && line.Contains('"') ? line : $"\"{line}\""));
            var (code, said) = Shell.Run("dotnet", ["exec", csc, "/noconfig", $"@{response}"], core);
            if (code == 0)
            {
                memory.Save();
                return mutants;
            }
            var before = refused.Count;
            foreach (Match error in ErrorLine().Matches(said))
                Blame(error, replaced.Values);
            Console.WriteLine($"  round {round}: the compiler refuses {refused.Count - before} of {mutants.Count}");
            if (refused.Count == before)
                throw new InvalidOperationException($"Does not compile, and not for a mutation:\n{said}");
        }
    }

    private (string RoslynFolder, List<string> Lines) Arguments()
    {
        var (code, text) = Shell.Run("dotnet",
            ["msbuild", core, "-p:Configuration=Release", $"-p:IntermediateOutputPath={scratch}/obj/", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-t:ResolveReferences;PrepareResources;Compile", "-getItem:CscCommandLineArgs", "-getProperty:RoslynTargetsPath"], core);
        if (code != 0)
            throw new InvalidOperationException(text);
        using var json = JsonDocument.Parse(text);
        var lines = json.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!)
            .Where(line => !line.StartsWith("/warnaserror", StringComparison.Ordinal) && !line.StartsWith("/out:", StringComparison.Ordinal) && !line.StartsWith("/refout:", StringComparison.Ordinal)
                && !line.StartsWith("/doc:", StringComparison.Ordinal) && !line.StartsWith("/warn:", StringComparison.Ordinal) && line != "/noconfig").ToList();
        return (Path.Combine(json.RootElement.GetProperty("Properties").GetProperty("RoslynTargetsPath").GetString()!, "bincore"), lines);
    }

    private void Blame(Match error, IEnumerable<(string Path, CompilationUnitSyntax Root)> copies)
    {
        var copy = copies.FirstOrDefault(copy => copy.Path == error.Groups["path"].Value);
        if (copy.Root is null)
            return;
        var position = copy.Root.GetText().Lines[int.Parse(error.Groups["line"].Value) - 1].Start + int.Parse(error.Groups["column"].Value) - 1;
        var node = copy.Root.FindToken(position).Parent!;
        var member = node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? (SyntaxNode)copy.Root;
        var ids = Around(node, position).ToList();
        if (ids.Count == 0 && NamedVariable().Match(error.Groups["text"].Value) is { Success: true } name)
            ids = [.. member.DescendantNodes().Where(part => Id(part) is not null && part.Parent!.FirstAncestorOrSelf<SyntaxNode>(up => up is ParenthesizedExpressionSyntax or BlockSyntax) is { } whole
                && whole.DescendantTokens().Any(token => token.ValueText == name.Groups[1].Value)).Select(part => Id(part)!.Value)];
        if (ids.Count == 0)
            ids = [.. member.DescendantNodes().Select(Id).OfType<int>()];
        refused.UnionWith(ids);
    }

    // The mutation whose text the error is in, or whose choice as a whole does not fit.
    private static IEnumerable<int> Around(SyntaxNode node, int position)
    {
        for (var inner = node; inner.Parent is { } outer; inner = outer)
        {
            switch (outer)
            {
                case ConditionalExpressionSyntax choice when Id(choice.Condition) is { } id && (choice.WhenTrue == inner || choice.SpanStart == position || choice.Parent?.SpanStart == position):
                    return [id];
                case BinaryExpressionSyntax binary when Id(binary.Left) is { } id && (binary.SpanStart == position || binary.OperatorToken.SpanStart == position || binary.Parent?.SpanStart == position):
                    return [id];
                case IfStatementSyntax choice when Id(choice.Condition) is { } id && choice.Statement == inner:
                    return [id];
                case MemberDeclarationSyntax:
                    return [];
            }
        }
        return [];
    }

    private static int? Id(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: AliasQualifiedNameSyntax { Name.Identifier.Text: "Mutants" } } } call =>
            (int)((LiteralExpressionSyntax)call.ArgumentList.Arguments[0].Expression).Token.Value!,
        PrefixUnaryExpressionSyntax { OperatorToken.Text: "!" } not => Id(not.Operand),
        _ => null,
    };

    [GeneratedRegex(@"^(?<path>[^(\n]+)\((?<line>\d+),(?<column>\d+)\): error (?<code>CS\d+): (?<text>.*)$", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();

    [GeneratedRegex("'([A-Za-z]\\w*)'")]
    private static partial Regex NamedVariable();
}
