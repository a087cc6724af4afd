using System.Text;

namespace CompetitionHub.Core.Interchange;

/// <summary>The members of a team in one field: <c>张三;李四</c>. A semicolon or backslash inside a name is written with a backslash before it.</summary>
internal static class MemberList
{
    public static string Write(IEnumerable<string> members) =>
        string.Join(';', members.Select(m => m.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)));

    public static IReadOnlyList<string> Read(string field)
    {
        if (field.Length == 0)
        {
            return [];
        }
        var members = new List<string>();
        var member = new StringBuilder();
        for (var i = 0; i < field.Length; i++)
        {
            if (field[i] == ';')
            {
                members.Add(member.ToString().Trim());
                member.Clear();
            }
            else
            {
                i += field[i] == '\\' && i + 1 < field.Length ? 1 : 0;
                member.Append(field[i]);
            }
        }
        members.Add(member.ToString().Trim());
        return members;
    }
}
