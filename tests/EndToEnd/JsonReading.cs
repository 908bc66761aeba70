using System.Text.Json;

namespace Troupe.EndToEnd;

internal static class JsonReading
{
    extension(JsonElement element)
    {
        public string[] Texts(string member) => [.. element.GetProperty(member).EnumerateArray().Select(one => one.GetString()!)];

        public string Text(string member) => element.GetProperty(member).GetString()!;

        public int Number(string member) => element.GetProperty(member).GetInt32();
    }
}
