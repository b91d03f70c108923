using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Demarche.Testing;

/// <summary>A web server on this machine that does what a test tells it to, also what no server should.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _root;

    private LoopbackServer(WebApplication app) => (_app, _root) = (app, app.Urls.Single());

    /// <summary>The paths asked for, in their order, without those of robots.txt.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public int Port => new Uri(_root).Port;

    /// <summary>The address of a path such as <c>/feed.xml</c>.</summary>
    public string this[string path] => _root + path;

    /// <summary>Serves by a handler; a robots.txt is missing unless the handler is for <paramref name="robots"/> too.</summary>
    public static async Task<LoopbackServer> Start(RequestDelegate handle, bool robots = false, bool tls = false)
    {
        LoopbackServer? server = null;
        var app = Build(listen =>
        {
            if (tls) listen.UseHttps(Certificate());
        });
        app.Run(async context =>
        {
            if (context.Request.Path == "/robots.txt" && !robots)
            {
                context.Response.StatusCode = 404;
                return;
            }

            server!.Asked.Enqueue(context.Request.Path);
            try
            {
                await handle(context);
            }
            catch (Exception error) when (error is OperationCanceledException or IOException or ConnectionAbortedException)
            {
                // Whoever asked has had enough.
            }
        });
        await app.StartAsync();
        return server = new(app);
    }

    /// <summary>Serves by bytes: reads a request, and writes whatever comes of it, valid HTTP or not; then the connection ends.</summary>
    public static async Task<LoopbackServer> StartRaw(Func<string, byte[]> answer)
    {
        var app = Build(listen => listen.Run(async connection =>
        {
            var request = await ReadRequest(connection);
            if (request.Length == 0) return;
            var path = request.Split(' ')[1];
            await connection.Transport.Output.WriteAsync(path == "/robots.txt" ? "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray() : answer(path));
        }));
        await app.StartAsync();
        return new(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true)); // handlers that hang are not waited for
        await _app.DisposeAsync();
    }

    private static WebApplication Build(Action<ListenOptions> listen)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Limits.MinResponseDataRate = null;
            options.Listen(IPAddress.Loopback, 0, listen);
        });
        return builder.Build();
    }

    private static async Task<string> ReadRequest(ConnectionContext connection)
    {
        while (true)
        {
            var read = await connection.Transport.Input.ReadAsync();
            var text = Encoding.ASCII.GetString(read.Buffer);
            var whole = text.Contains("\r\n\r\n", StringComparison.Ordinal);
            connection.Transport.Input.AdvanceTo(whole ? read.Buffer.End : read.Buffer.Start, read.Buffer.End);
            if (whole || read.IsCompleted) return text;
        }
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        using var signed = request.CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(signed.Export(X509ContentType.Pkcs12), null);
    }
}
