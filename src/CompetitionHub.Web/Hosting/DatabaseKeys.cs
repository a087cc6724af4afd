using System.Xml.Linq;
using CompetitionHub.Core.Accounts;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace CompetitionHub.Web.Hosting;

/// <summary>The key ring in the database, for Data Protection, which asks synchronously, a few times in the life of a process.</summary>
public sealed class DatabaseKeys(KeyStore keys) : IXmlRepository
{
    /// <summary>
    /// Nodes that start together on an empty ring each make a key, and would not know the other's cookies for a day. The first key has the same name
    /// for all, so only one is kept; whoever made another looks again after storing, as Data Protection always does, and takes that one.
    /// </summary>
    private const string First = "first";

    private volatile bool isEmpty;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        List<XElement> elements = [.. Task.Run(() => keys.ListAsync()).GetAwaiter().GetResult().Select(XElement.Parse)];
        isEmpty = elements.Count == 0;
        return elements;
    }

    public void StoreElement(XElement element, string friendlyName) =>
        Task.Run(() => keys.AddAsync(isEmpty ? First : friendlyName, element.ToString(SaveOptions.DisableFormatting))).GetAwaiter().GetResult();
}
