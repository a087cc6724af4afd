using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Components.Layouts;

/// <summary>Addresses of style sheets and scripts with their fingerprint, so that browsers keep them for a year.</summary>
public sealed class PublicAssets(EndpointDataSource endpoints)
{
    private readonly Lazy<ResourceAssetCollection> assets = new(() =>
        endpoints.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<ResourceAssetCollection>()).FirstOrDefault(found => found is not null)
        ?? ResourceAssetCollection.Empty);

    /// <summary>The address of a file in wwwroot, from the root of the site.</summary>
    public string this[string path] => "/" + assets.Value[path];
}
