namespace CompetitionHub.Web.Hosting.Demo;

/// <summary>The folder of a demonstration's database: in the system's folder for temporary files, deleted when the program ends.</summary>
public sealed class DemoScratch : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("competitionhub-demo-").FullName;

    /// <summary>
    /// The same start on the scratch database, whatever the settings say about data; reachable from phones in the local network
    /// unless <c>--Hub:Lan=false</c> is given.
    /// </summary>
    public StartArguments Apply(StartArguments start) => start with
    {
        Configuration = ["--Hub:Lan=true", .. start.Configuration, $"--Hub:Data={folder}", "--Hub:Postgres="],
    };

    public void Dispose()
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // Something still reads it; the system clears its temporary files.
        }
    }
}
