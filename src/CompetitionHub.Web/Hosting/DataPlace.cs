using CompetitionHub.Core.Accounts;
using CompetitionHub.Core.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace CompetitionHub.Web.Hosting;

/// <summary>Where the data lies, and the key ring with it: a restart or a restored backup must not end every session.</summary>
public static class DataPlace
{
    public static DataOptions ToDataOptions(this HubOptions hub) => new()
    {
        SqliteFile = Path.Combine(hub.Data, "competitionhub.sqlite"),
        Postgres = hub.Postgres,
        KeyFolder = hub.Postgres.Length == 0 ? null : Path.Combine(hub.Data, "keys"),
        BackupFolder = Path.Combine(hub.Data, "backups"),
    };

    public static void AddKeyRing(this IServiceCollection services, DataOptions data)
    {
        var protection = services.AddDataProtection().SetApplicationName("CompetitionHub");
        if (data.Kind == DatabaseKind.Sqlite)
        {
            protection.PersistKeysToFileSystem(new DirectoryInfo(data.KeyRingPath));
        }
        else
        {
            services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
                options => options.XmlRepository = new DatabaseKeys(provider.GetRequiredService<KeyStore>())));
        }
    }

    /// <summary>Opens (and on SQLite migrates) the database before anything asks for it.</summary>
    public static Task OpenDataAsync(this WebApplication app) =>
        app.Services.GetRequiredService<Database>().OpenAsync(DatabaseAccess.ReadWrite, app.Lifetime.ApplicationStopping);
}
