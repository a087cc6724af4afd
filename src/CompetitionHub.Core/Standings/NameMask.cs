using System.Text;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings;

/// <summary>Masks names of people for public lists (domain.md §7.5): 张*, 张*明, 欧阳*; Latin names keep initials.</summary>
public static class NameMask
{
    private const string Separators = "、,，/;；&＆+＋";

    private static readonly HashSet<string> CompoundSurnames =
    [
        "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "长孙", "宇文", "司徒", "令狐", "夏侯", "轩辕", "端木",
        "百里", "南宫", "呼延", "赫连", "澹台", "公冶", "宗政", "濮阳", "淳于", "单于", "太叔", "申屠", "仲孙", "钟离", "闻人", "公羊",
        "东郭", "西门", "第五", "独孤", "拓跋", "完颜", "纳兰",
    ];

    /// <summary>Masks a name in both languages. Of a team's name only the names of its members are masked; without known members all of it.</summary>
    public static LocalText Mask(LocalText name, IReadOnlyList<string> members)
    {
        var (zh, en) = (Mask(name.Zh, members), Mask(name.En, members));
        // A pair called 张三/李四 is "Zhang San / Li Si" in the other language, and members are written in one of the two only.
        return new(zh == name.Zh && ListsMembers(name.En, members) ? Mask(zh) : zh, en == name.En && ListsMembers(name.Zh, members) ? Mask(en) : en);
    }

    /// <summary>Masks one text that holds a person's name, or several with separators between them.</summary>
    public static string Mask(string name)
    {
        var masked = new StringBuilder(name.Length);
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && !Separators.Contains(name[i], StringComparison.Ordinal))
                continue;
            masked.Append(MaskPerson(name[start..i].Trim()));
            if (i < name.Length)
                masked.Append(name[i]);
            start = i + 1;
        }
        return masked.ToString();
    }

    private static string Mask(string name, IReadOnlyList<string> members)
    {
        if (members.Count == 0)
            return Mask(name);
        // The longest first, so that 王小 does not break up 王小明.
        foreach (var member in members.Where(m => m.Length > 0).OrderByDescending(m => m.Length))
            name = name.Replace(member, MaskPerson(member), StringComparison.OrdinalIgnoreCase);
        return name;
    }

    /// <summary>True for a name that is nothing but the names of members.</summary>
    private static bool ListsMembers(string name, IReadOnlyList<string> members)
    {
        var rest = members.Where(m => m.Length > 0).OrderByDescending(m => m.Length)
            .Aggregate(name, (text, member) => text.Replace(member, "", StringComparison.OrdinalIgnoreCase));
        return rest.Length < name.Length && rest.All(letter => char.IsWhiteSpace(letter) || Separators.Contains(letter, StringComparison.Ordinal));
    }

    private static string MaskPerson(string name)
    {
        Rune[] letters = [.. name.EnumerateRunes()];
        if (letters.Length == 0)
            return "";
        if (letters.Any(IsHan))
            return MaskHan(letters);
        var words = name.Split((char[])[' ', '\t', '.', '-'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join(' ', words.Select(word => word.EnumerateRunes().First() + "*"));
    }

    private static string MaskHan(Rune[] letters)
    {
        // 阿里木·买买提: the parts of such a name are no surname and given name; only its first letter stays.
        var dot = Array.FindIndex(letters, letter => letter.Value is '·' or '•' or '・' or '．');
        if (dot >= 0 || letters.Length > 4)
            return letters[0] + "**";
        if (letters.Length == 1)
            return "*";
        var surname = letters.Length > 2 && CompoundSurnames.Contains(letters[0].ToString() + letters[1]) ? 2 : 1;
        var given = letters.Length - surname;
        var first = string.Concat(letters[..surname]);
        return given == 1 ? first + "*" : first + new string('*', given - 1) + letters[^1];
    }

    private static bool IsHan(Rune letter) => letter.Value is (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
