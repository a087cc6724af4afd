namespace CompetitionHub.Web.Features.Accounts;

/// <summary>The texts of accounts and sign-in.</summary>
public sealed class AccountsText;
