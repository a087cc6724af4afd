using Bunit;
using CompetitionHub.Core.Accounts;
using CompetitionHub.Web.Features.Accounts;
using CompetitionHub.Web.Tests.Components;

namespace CompetitionHub.Web.Tests.Accounts;

public sealed class AccountStateBadgeTests : ComponentTest
{
    private static readonly Account Open = new("id", "li", "李娜", "zh", false, null, null, DateTimeOffset.UnixEpoch);

    [Fact]
    public void Badge_OfAnOpenAccount_SaysSo() => Render(Open).MarkupMatches("<span class=\"badge good\">可用</span>");

    [Fact]
    public void Badge_WithTheOneTimePassword_SaysNotYetUsed() =>
        Render(Open with { MustChangePassword = true }).MarkupMatches("<span class=\"badge info\">尚未启用</span>");

    [Fact]
    public void Badge_WhileLocked_SaysLocked() =>
        Render(Open with { LockedUntil = DateTimeOffset.UtcNow.AddMinutes(5) }).MarkupMatches("<span class=\"badge warn\">已锁定</span>");

    [Fact]
    public void Badge_OfAClosedAccount_SaysClosed_WhateverElse() =>
        Render(Open with { DisabledAt = DateTimeOffset.UnixEpoch, MustChangePassword = true }).MarkupMatches("<span class=\"badge bad\">已停用</span>");

    private IRenderedComponent<AccountStateBadge> Render(Account account) => Render<AccountStateBadge>(p => p.Add(b => b.Account, account));
}
