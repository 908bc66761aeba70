namespace Troupe.Rehearsal.Demo;

/// <summary>All files of the demo's repository, by path. The same every time.</summary>
internal static class HarbourFiles
{
    private const int Seed = 23;

    public static IReadOnlyDictionary<string, string> Write()
    {
        var writer = new HarbourWriter(Seed);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["README.md"] = Readme,
            ["CHANGELOG.md"] = "# Changelog\n\n## Next\n\n- Modules check themselves.\n",
            [HarbourCheck.Path] = HarbourCheck.Text,
        };
        foreach (var area in HarbourWords.Areas)
        {
            var modules = HarbourWords.Modules.Select(name => writer.Module(area, name))
                .Concat(HarbourLandmarks.Modules.Where(module => module.Area == area)).ToList();
            modules.ForEach(module => files[module.Path] = module.Text);
            files[HarbourModule.IndexOf(area)] =
                string.Concat(modules.Select(module => module.Name + ".sh\n").Order(StringComparer.Ordinal));
            foreach (var page in HarbourWords.Pages)
            {
                files[$"docs/{area}/{page}.md"] = writer.Page(area, page);
            }
        }

        return files;
    }

    private const string Readme =
        """
        # Harbour

        A toolbox for a harbour office: one small shell function per file, sorted by area.

        ## Use

        Source the modules you need, then call `<area>_<name>`.

        ## Change

        Every module stands in the `INDEX` of its area. Run `./check.sh` before you hand anything in.

        """;
}
