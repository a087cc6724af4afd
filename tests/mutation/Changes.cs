using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CompetitionHub.Mutation;

/// <summary>Which changes an expression invites, as text. What does not compile is found out by compiling.</summary>
internal static class Changes
{
    private static readonly Dictionary<string, string[]> Operators = new()
    {
        ["+"] = ["-"], ["-"] = ["+"], ["*"] = ["/"], ["/"] = ["*"], ["%"] = ["*"],
        ["<"] = ["<=", ">="], ["<="] = ["<", ">"], [">"] = [">=", "<="], [">="] = [">", "<"], ["=="] = ["!="], ["!="] = ["=="],
        ["&&"] = ["||"], ["||"] = ["&&"], ["<<"] = [">>"], [">>"] = ["<<"], ["&"] = ["|"], ["|"] = ["&"], ["^"] = ["|"],
        ["+="] = ["-="], ["-="] = ["+="], ["*="] = ["/="], ["/="] = ["*="], ["<<="] = [">>="], [">>="] = ["<<="],
    };

    private static readonly Dictionary<string, string> Calls = Pairs(
        ("Min", "Max"), ("First", "Last"), ("FirstOrDefault", "LastOrDefault"), ("OrderBy", "OrderByDescending"), ("ThenBy", "ThenByDescending"),
        ("Order", "OrderDescending"), ("Any", "All"), ("Skip", "Take"), ("SkipLast", "TakeLast"), ("SkipWhile", "TakeWhile"), ("MinBy", "MaxBy"),
        ("FindIndex", "FindLastIndex"));

    private static readonly HashSet<string> Removable =
        ["Where", "Distinct", "DistinctBy", "Reverse", "Skip", "SkipLast", "SkipWhile", "Take", "TakeWhile", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Order", "OrderDescending"];

    private static readonly Dictionary<string, string> Values = Pairs(
        ("Fraction.Zero", "Fraction.One"), ("Score.Zero", "Score.One"), ("BigInteger.Zero", "BigInteger.One"), ("Outcome.None", "Outcome.NoResult"));

    private static readonly string[] Filters = ["Where", "Any", "All", "Count", "First", "FirstOrDefault", "Last", "LastOrDefault", "Single", "SkipWhile", "TakeWhile", "FindLastIndex", "FindIndex"];

    /// <summary>The changes of an expression itself, not of what is in it.</summary>
    public static IEnumerable<(string Text, string Change)> Of(ExpressionSyntax node)
    {
        if (node is LiteralExpressionSyntax literal)
            return Literal(literal);
        if (Declares(node) || node.GetFirstToken().Parent is MemberBindingExpressionSyntax or BracketedArgumentListSyntax)
            return [];
        return node switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => Coalesce(coalesce),
            BinaryExpressionSyntax binary => Swapped(binary.Left, binary.OperatorToken.Text, binary.Right),
            AssignmentExpressionSyntax assignment => Swapped(assignment.Left, assignment.OperatorToken.Text, assignment.Right),
            PrefixUnaryExpressionSyntax { OperatorToken.Text: "-" or "!" } unary => [($"{unary.Operand}", $"→ {unary.Operand}")],
            PrefixUnaryExpressionSyntax { OperatorToken.Text: "++" or "--" } unary => [(Turned(unary.OperatorToken) + unary.Operand, $"→ {Turned(unary.OperatorToken)}")],
            PostfixUnaryExpressionSyntax { OperatorToken.Text: "++" or "--", Parent: not ForStatementSyntax } unary => [(unary.Operand + Turned(unary.OperatorToken), $"→ {Turned(unary.OperatorToken)}")],
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call => Called(call, member),
            MemberAccessExpressionSyntax member when Values.TryGetValue(member.ToString(), out var other) => [(other, $"→ {other}")],
            _ => [],
        };
    }

    /// <summary>The changes of a pattern that declares nothing.</summary>
    public static IEnumerable<string> Patterns(PatternSyntax pattern)
    {
        foreach (var part in pattern.DescendantNodesAndSelf())
        {
            var (token, others) = part switch
            {
                RelationalPatternSyntax relational => (relational.OperatorToken, Operators[relational.OperatorToken.Text]),
                BinaryPatternSyntax binary => (binary.OperatorToken, [binary.OperatorToken.Text == "or" ? "and" : "or"]),
                LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression } number => (number.Token, [.. Literal(number).Select(change => change.Text)]),
                _ => (default, Array.Empty<string>()),
            };
            foreach (var other in others)
                yield return pattern.ToString().Remove(token.SpanStart - pattern.SpanStart, token.Span.Length).Insert(token.SpanStart - pattern.SpanStart, other);
        }
    }

    /// <summary>True where only a constant may stand.</summary>
    public static bool IsConstant(ExpressionSyntax node) => node.Parent is PatternSyntax or CaseSwitchLabelSyntax or RelationalPatternSyntax or NameColonSyntax or TypeArgumentListSyntax;

    /// <summary>True for a whole condition that none of its own changes already turns round.</summary>
    public static bool IsCondition(ExpressionSyntax node)
    {
        if (node is ParenthesizedExpressionSyntax or PrefixUnaryExpressionSyntax or LiteralExpressionSyntax
            || (node is BinaryExpressionSyntax { OperatorToken.Text: var word } && word is "<" or "<=" or ">" or ">=" or "==" or "!=" && !Declares(node)))
            return false;
        var parent = node.Parent;
        while (parent is ParenthesizedExpressionSyntax)
            parent = parent.Parent;
        return parent switch
        {
            IfStatementSyntax or WhileStatementSyntax or DoStatementSyntax or WhenClauseSyntax => true,
            ConditionalExpressionSyntax choice => choice.Condition.Span.Contains(node.Span),
            BinaryExpressionSyntax { OperatorToken.Text: "&&" or "||" } => true,
            LambdaExpressionSyntax { Parent.Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } } => Filters.Contains(call.Name.Identifier.Text),
            ReturnStatementSyntax or ArrowExpressionClauseSyntax => parent.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault() switch
            {
                MethodDeclarationSyntax method => method.ReturnType.ToString() == "bool",
                PropertyDeclarationSyntax property => property.Type.ToString() == "bool",
                _ => false,
            },
            _ => false,
        };
    }

    /// <summary>True when a name is declared inside that may be used outside, so that the text cannot stand twice.</summary>
    public static bool Declares(SyntaxNode node) =>
        node.DescendantNodes(child => child is not LambdaExpressionSyntax).Any(child => child is VariableDesignationSyntax and not DiscardDesignationSyntax);

    /// <summary>True when a pattern declares a name: only one outcome assigns it.</summary>
    public static bool DeclaresByPattern(SyntaxNode node) =>
        node.DescendantNodes(child => child is not LambdaExpressionSyntax)
            .Any(child => child is VariableDesignationSyntax and not DiscardDesignationSyntax && child.Ancestors().TakeWhile(parent => parent != node.Parent).Any(parent => parent is PatternSyntax));

    /// <summary>True for a jump without which the code goes on to a statement behind it.</summary>
    public static bool CanFallThrough(StatementSyntax jump)
    {
        if (jump is YieldStatementSyntax { Expression: not null })
            return true;
        for (SyntaxNode node = jump; node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case BlockSyntax block when block.Statements.Last() != node:
                    return true;
                case ForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax:
                    return jump is not BreakStatementSyntax || parent is not (WhileStatementSyntax { Condition: LiteralExpressionSyntax } or ForStatementSyntax { Condition: null });
                case SwitchSectionSyntax section when section.Statements.Last() == node:
                    return false;
                case SwitchSectionSyntax:
                    return true;
                case IfStatementSyntax or ElseClauseSyntax or BlockSyntax:
                    continue;
                default:
                    return jump is ReturnStatementSyntax { Expression: null };
            }
        }
        return false;
    }

    /// <summary>True in what a static field or property begins with, but for functions, which run whenever they are called.</summary>
    public static bool IsMadeOnce(SyntaxNode node) =>
        node.Ancestors().TakeWhile(parent => parent is not (LambdaExpressionSyntax or LocalFunctionStatementSyntax)).Any(parent =>
            (parent is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.StaticKeyword))
            || (parent is EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } && property.Modifiers.Any(SyntaxKind.StaticKeyword)));

    private static IEnumerable<(string Text, string Change)> Swapped(ExpressionSyntax left, string word, ExpressionSyntax right) =>
        Operators.TryGetValue(word, out var others) ? others.Select(other => ($"{left} {other} {right}", $"{word} → {other}")) : [];

    private static IEnumerable<(string Text, string Change)> Coalesce(BinaryExpressionSyntax node)
    {
        if (node.Right is ThrowExpressionSyntax)
            yield break;
        yield return ($"{node.Right}", "→ the right side");
        if (node.Right.ToString() is not ("Fraction.Zero" or "Score.Zero" or "0" or "null" or "false" or "default"))
            yield return ($"{node.Left} ?? default", "→ the left side or default");
    }

    private static IEnumerable<(string Text, string Change)> Literal(LiteralExpressionSyntax node)
    {
        if (node.Token.Value is bool flag)
            return [(flag ? "false" : "true", $"→ {(flag ? "false" : "true")}")];
        if (!node.IsKind(SyntaxKind.NumericLiteralExpression) || node.Token.Value is double or float)
            return [];
        var text = node.Token.Text.Replace("_", "", StringComparison.Ordinal);
        var suffix = text.Length - text.TrimEnd('l', 'L', 'u', 'U', 'm', 'M').Length;
        return decimal.TryParse(text[..^suffix], NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? new[] { value + 1, value - 1 }.Select(other => other.ToString(CultureInfo.InvariantCulture) + text[^suffix..]).Select(other => (other, $"→ {other}"))
            : [];
    }

    private static IEnumerable<(string Text, string Change)> Called(InvocationExpressionSyntax call, MemberAccessExpressionSyntax member)
    {
        var name = member.Name.Identifier.Text;
        if (Calls.TryGetValue(name, out var other) && (other is not ("Any" or "All") || call.ArgumentList.Arguments.Count > 0))
            yield return ($"{member.WithName(SyntaxFactory.IdentifierName(other))}{call.ArgumentList}", $"{name} → {other}");
        if (Removable.Contains(name))
            yield return ($"{member.Expression}", $"without {name}");
        if (name == "Abs")
            yield return ($"{call.ArgumentList.Arguments[0]}", "without Abs");
    }

    private static string Turned(SyntaxToken step) => step.Text == "++" ? "--" : "++";

    private static Dictionary<string, string> Pairs(params (string One, string Other)[] pairs) =>
        pairs.Concat(pairs.Select(pair => (pair.Other, pair.One))).ToDictionary(pair => pair.Item1, pair => pair.Item2);
}
