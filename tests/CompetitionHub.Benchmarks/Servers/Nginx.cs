using System.Globalization;

namespace CompetitionHub.Benchmarks.Servers;

/// <summary>nginx with one answer: given bytes from a file, given headers, keep-alive without end, no log.</summary>
internal static class Nginx
{
    private static readonly HashSet<string> OwnHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Date", "Server", "Connection", "Content-Length", "Transfer-Encoding", "Content-Type", "Last-Modified", "ETag", "Accept-Ranges",
    };

    public static async Task<ChildProcess> StartAsync(string folder, int port, byte[] body, string contentType, IEnumerable<KeyValuePair<string, string>> headers)
    {
        Directory.CreateDirectory(Path.Combine(folder, "www"));
        await File.WriteAllBytesAsync(Path.Combine(folder, "www", "page"), body);
        var lines = headers.Where(h => !OwnHeaders.Contains(h.Key)).Select(h => $"      add_header {h.Key} {Quote(h.Value)};");
        var config = string.Create(CultureInfo.InvariantCulture, $$"""
            {{(Environment.UserName == "root" ? "user root;" : "")}}
            worker_processes {{Environment.ProcessorCount}};
            daemon off;
            pid {{folder}}/nginx.pid;
            error_log {{folder}}/error.log;
            events { worker_connections 4096; }
            http {
              access_log off;
              sendfile on;
              tcp_nopush on;
              keepalive_requests 1000000000;
              open_file_cache max=10 inactive=1h;
              server_tokens off;
              types { }
              default_type {{Quote(contentType)}};
              client_body_temp_path {{folder}}/t1; proxy_temp_path {{folder}}/t2; fastcgi_temp_path {{folder}}/t3; uwsgi_temp_path {{folder}}/t4; scgi_temp_path {{folder}}/t5;
              server {
                listen 127.0.0.1:{{port}};
                location / {
            {{string.Join('\n', lines)}}
                  root {{folder}}/www;
                  try_files /page =404;
                }
              }
            }
            """);
        var file = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(file, config);
        var nginx = ChildProcess.Start("/usr/sbin/nginx", ["-c", file, "-p", folder]);
        await nginx.WaitForPortAsync(port);
        return nginx;
    }

    // In nginx a $ begins a variable; headers of ours never need one.
    private static string Quote(string value) => "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
