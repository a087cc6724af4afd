using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CompetitionHub.Mutation;

/// <summary>
/// Puts every mutation of a file behind a switch: <c>a + b</c> becomes <c>(Mutants.Is(7) ? a - b : a + b)</c>. Ids are given in the order of the text, so that
/// leaving some out (those the compiler refuses) does not renumber the others.
/// </summary>
internal sealed class Mutator(string file, int firstId, IReadOnlySet<int> left) : CSharpSyntaxRewriter
{
    private readonly int first = firstId;
    private int next = firstId;

    /// <summary>What was put in.</summary>
    public List<Mutant> Mutants { get; } = [];

    /// <summary>The first id of the next file.</summary>
    public int NextId => next;

    public override SyntaxNode? VisitAttributeList(AttributeListSyntax node) => node;

    public override SyntaxNode? VisitEnumDeclaration(EnumDeclarationSyntax node) => node;

    public override SyntaxNode? VisitParameter(ParameterSyntax node) => node;

    public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node) =>
        node.Modifiers.Any(SyntaxKind.ConstKeyword) ? node : base.VisitFieldDeclaration(node);

    public override SyntaxNode? VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node) =>
        node.Modifiers.Any(SyntaxKind.ConstKeyword) ? node : base.VisitLocalDeclarationStatement(node);

    public override SyntaxNode? VisitIsPatternExpression(IsPatternExpressionSyntax node)
    {
        List<(string Text, string Change)> changes = [];
        if (!Changes.Declares(node))
        {
            foreach (var pattern in Changes.Patterns(node.Pattern))
                changes.Add(($"{node.Expression} is {pattern}", $"is {pattern}"));
        }
        return Truth(node, Chosen(node, node.WithExpression((ExpressionSyntax)Visit(node.Expression)!), changes));
    }

    public override SyntaxNode? VisitSwitchExpressionArm(SwitchExpressionArmSyntax node)
    {
        var condition = Visit(node.WhenClause?.Condition);
        var text = $"{node.Pattern}{(condition is null ? "" : $" when {condition}")}";
        if (Add(node, $"without the arm {node.Pattern}") is { } id)
            text = $"{node.Pattern} when !{Is(id)}{(condition is null ? "" : $" && ({condition})")}";
        var arm = ((SwitchExpressionSyntax)ParseExpression($"0 switch {{ {text} => 0 }}")).Arms[0];
        return arm.WithExpression((ExpressionSyntax)Visit(node.Expression)!).WithTriviaFrom(node);
    }

    public override SyntaxNode? VisitCaseSwitchLabel(CaseSwitchLabelSyntax node) =>
        Add(node, $"without case {node.Value}") is { } id
            ? ParseLabel($"case {node.Value} when !{Is(id)}:", node)
            : node;

    public override SyntaxNode? VisitCasePatternSwitchLabel(CasePatternSwitchLabelSyntax node) =>
        Add(node, $"without case {node.Pattern}") is { } id
            ? ParseLabel($"case {node.Pattern} when !{Is(id)}{(node.WhenClause is { } clause ? $" && ({clause.Condition})" : "")}:", node)
            : node;

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        var visited = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
        if (node.ExpressionBody is not { Expression: InvocationExpressionSyntax or AssignmentExpressionSyntax } body || node.ReturnType.ToString() != "void")
            return visited;
        if (Add(body.Expression, "removed") is not { } id)
            return visited;
        var block = (BlockSyntax)ParseStatement($"{{ if (!{Is(id)}) {visited.ExpressionBody!.Expression}; }}");
        return visited.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block.WithTrailingTrivia(node.GetTrailingTrivia()));
    }

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        switch (node)
        {
            case ExpressionStatementSyntax statement:
                return Statement(statement, Changes.Of(statement.Expression).Where(_ => statement.Expression is AssignmentExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax));
            case ReturnStatementSyntax or YieldStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax when Changes.CanFallThrough((StatementSyntax)node):
                return Statement((StatementSyntax)node, []);
            case IsPatternExpressionSyntax or SwitchExpressionArmSyntax or null:
                return base.Visit(node);
            case ExpressionSyntax expression when !Changes.IsConstant(expression):
                return Truth(expression, Chosen(expression, (ExpressionSyntax)base.Visit(expression)!, Changes.Of(expression)));
            default:
                return base.Visit(node);
        }
    }

    // Between the original (visited) and its changes.
    private ExpressionSyntax Chosen(ExpressionSyntax node, ExpressionSyntax visited, IEnumerable<(string Text, string Change)> changes)
    {
        var text = "";
        foreach (var (changed, change) in changes)
        {
            if (Add(node, change) is { } id)
                text += $"{Is(id)} ? ({changed}) : ";
        }
        return text.Length == 0 ? visited : Parsed($"({text}({visited.WithoutTrivia()}))", node);
    }

    // A condition that is turned round, or (where it declares what only one outcome assigns) held on the other.
    private ExpressionSyntax Truth(ExpressionSyntax node, ExpressionSyntax visited)
    {
        if (!Changes.IsCondition(node))
            return visited;
        if (!Changes.DeclaresByPattern(node))
            return Add(node, "negated") is { } id ? Parsed($"({Is(id)} != ({visited.WithoutTrivia()}))", node) : visited;
        if (node is not IsPatternExpressionSyntax pattern)
            return visited;
        var held = pattern.Pattern is UnaryPatternSyntax;
        return Add(node, held ? "always true" : "always false") is { } fixedId
            ? Parsed(held ? $"({Is(fixedId)} || ({visited.WithoutTrivia()}))" : $"(!{Is(fixedId)} && ({visited.WithoutTrivia()}))", node)
            : visited;
    }

    private SyntaxNode? Statement(StatementSyntax node, IEnumerable<(string Text, string Change)> changes)
    {
        if (Changes.Declares(node))
            return base.Visit(node);
        List<(string, int)> branches = [];
        if (Add(node, "removed") is { } removed)
            branches.Add(("{ }", removed));
        foreach (var (text, change) in changes)
        {
            if (Add(node, change) is { } id)
                branches.Add(($"{{ {text}; }}", id));
        }
        // The changes of the expression as a whole are made here; those inside it are left to the visitor.
        var visited = node is ExpressionStatementSyntax { Expression: var whole } statement
            ? statement.WithExpression((ExpressionSyntax)base.Visit(whole)!)
            : (StatementSyntax)base.Visit(node)!;
        return branches.Count == 0
            ? visited
            : ParseStatement($"{{ {string.Concat(branches.Select(branch => $"if ({Is(branch.Item2)}) {branch.Item1} else "))}{{ {visited.WithoutTrivia()} }} }}").WithTriviaFrom(node);
    }

    private int? Add(SyntaxNode node, string change)
    {
        var id = next++;
        if (left.Contains(id))
            return null;
        var tree = node.SyntaxTree;
        var line = tree.GetLineSpan(node.Span).StartLinePosition.Line;
        Mutants.Add(new(id, file, id - first, line + 1, tree.GetText().Lines[line].ToString().Trim(), $"{Short(node)}: {change}", Changes.IsMadeOnce(node)));
        return id;
    }

    private static string Short(SyntaxNode node)
    {
        var text = string.Join(' ', node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 70 ? text : text[..67] + "...";
    }

    private static string Is(int id) => $"global::Mutants.Is({id})";

    private static ExpressionSyntax Parsed(string text, SyntaxNode node) => ParseExpression(text).WithTriviaFrom(node);

    private static SwitchLabelSyntax ParseLabel(string text, SyntaxNode node) =>
        ((SwitchStatementSyntax)ParseStatement($"switch (0) {{ {text} break; }}")).Sections[0].Labels[0].WithTriviaFrom(node);
}
