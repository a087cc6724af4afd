using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Competitions.Scheme;

public sealed class SchemeJsonTests
{
    private const string Document = """
        {
          "note": {
            "zh": "按 2026 年规程 <第 3 条>",
            "en": "Rules of 2026"
          },
          "full_mark": 100,
          "combine": "sum",
          "stages": [
            {
              "key": "final",
              "name": {
                "zh": "决赛",
                "en": "Final"
              },
              "full_mark": 100,
              "combine": "weighted",
              "modules": [
                {
                  "key": "A",
                  "name": {
                    "zh": "理论",
                    "en": "Theory"
                  },
                  "weight": 0.3,
                  "forms": [
                    {
                      "key": "A1",
                      "name": {
                        "zh": "试卷",
                        "en": ""
                      },
                      "judges": 0,
                      "aspects": [
                        {
                          "key": "paper",
                          "name": {
                            "zh": "成绩",
                            "en": ""
                          },
                          "rule": {
                            "kind": "imported"
                          },
                          "minimum": -5,
                          "maximum": 80
                        }
                      ]
                    }
                  ]
                },
                {
                  "key": "B",
                  "name": {
                    "zh": "实操",
                    "en": "Practice"
                  },
                  "weight": 0.7,
                  "forms": [
                    {
                      "key": "B1",
                      "name": {
                        "zh": "焊缝",
                        "en": "Weld"
                      },
                      "judges": 5,
                      "aspects": [
                        {
                          "key": "look",
                          "name": {
                            "zh": "外观",
                            "en": "Look"
                          },
                          "rule": {
                            "kind": "panel_score",
                            "panel": {
                              "kind": "trimmed_mean",
                              "drop_high": 1,
                              "drop_low": 1
                            },
                            "minimum_judges": 4
                          },
                          "maximum": 10,
                          "step": 0.25,
                          "factor": 1.6
                        },
                        {
                          "key": "mean",
                          "name": {
                            "zh": "工艺",
                            "en": "Craft"
                          },
                          "rule": {
                            "kind": "panel_score",
                            "panel": {
                              "kind": "mean"
                            },
                            "minimum_judges": 1
                          },
                          "maximum": 10
                        },
                        {
                          "key": "size",
                          "name": {
                            "zh": "尺寸",
                            "en": "Size"
                          },
                          "rule": {
                            "kind": "points"
                          },
                          "maximum": 10
                        },
                        {
                          "key": "faults",
                          "name": {
                            "zh": "缺陷",
                            "en": "Faults"
                          },
                          "rule": {
                            "kind": "deduction_per_fault",
                            "per_fault": 0.5
                          },
                          "maximum": 10
                        },
                        {
                          "key": "safe",
                          "name": {
                            "zh": "安全",
                            "en": "Safe"
                          },
                          "rule": {
                            "kind": "binary"
                          },
                          "maximum": 2
                        }
                      ]
                    }
                  ]
                }
              ]
            }
          ],
          "rounding": {
            "panel": {
              "decimals": 2,
              "mode": "half_up"
            },
            "form": {
              "decimals": 3,
              "mode": "half_even"
            },
            "total": {
              "decimals": 2,
              "mode": "truncate"
            }
          },
          "tie_breaks": [
            {
              "by": "module",
              "key": "B",
              "order": "higher"
            },
            {
              "by": "form",
              "key": "B1",
              "order": "higher"
            },
            {
              "by": "stage",
              "key": "final",
              "order": "lower"
            },
            {
              "by": "measurements",
              "order": "higher"
            }
          ]
        }
        """;

    [Fact]
    public void Write_WhatWasRead_IsTheSameTextWithChineseReadable()
    {
        var scheme = SchemeJson.Read(Document).Value;
        Assert.Equal(Document, SchemeJson.Write(scheme));
        Assert.Empty(SchemeRules.Check(scheme));
    }

    [Fact]
    public void Read_DefaultsLeftOut_AreFilledIn()
    {
        var scheme = SchemeJson.Read("""{"full_mark":null,"stages":[]}""").Value;
        Assert.Null(scheme.FullMark);
        Assert.Equal(Combination.Sum, scheme.Combine);
        Assert.Empty(scheme.TieBreaks);
        Assert.Null(scheme.Rounding.Total);
    }

    [Theory]
    [InlineData("\"full_mark\": 100", "\"full_mark\": \"100\"", "Competitions.SchemeWrongType", "full_mark")]
    [InlineData("\"full_mark\": 100", "\"full_mark\": 1e2", "Competitions.SchemeWrongType", "full_mark")]
    [InlineData("\"weight\": 0.3", "\"weight\": 0.33333333", "Competitions.SchemeWrongType", "stages[0].modules[0].weight")]
    [InlineData("\"weight\": 0.3", "\"wieght\": 0.3", "Competitions.SchemeUnknownProperty", "stages[0].modules[0].wieght")]
    [InlineData("\"judges\": 5", "\"judges\": 5.5", "Competitions.SchemeWrongType", "stages[0].modules[1].forms[0].judges")]
    [InlineData("\"judges\": 5", "\"judges\": 500", "Competitions.SchemeWrongType", "stages[0].modules[1].forms[0].judges")]
    [InlineData("\"judges\": 5", "\"judges\": 5, \"judges\": 5", "Competitions.SchemeDuplicateProperty", "stages[0].modules[1].forms[0].judges")]
    [InlineData("\"judges\": 5,", "", "Competitions.SchemeMissingProperty", "stages[0].modules[1].forms[0].judges")]
    [InlineData("\"kind\": \"points\"", "\"kind\": \"median\"", "Competitions.SchemeWrongType", "stages[0].modules[1].forms[0].aspects[2].rule.kind")]
    [InlineData("\"kind\": \"points\"", "\"kind\": \"points\", \"per_fault\": 1", "Competitions.SchemeUnknownProperty", "stages[0].modules[1].forms[0].aspects[2].rule.per_fault")]
    [InlineData("\"kind\": \"points\"", "\"kind\": 7", "Competitions.SchemeWrongType", "stages[0].modules[1].forms[0].aspects[2].rule.kind")]
    [InlineData("\"per_fault\": 0.5", "\"per_fault\": null", "Competitions.SchemeWrongType", "stages[0].modules[1].forms[0].aspects[3].rule.per_fault")]
    [InlineData("\"drop_low\": 1", "\"drop_low\": -1", "Competitions.SchemeWrongType", "stages[0].modules[1].forms[0].aspects[0].rule.panel.drop_low")]
    [InlineData("\"mode\": \"truncate\"", "\"mode\": \"up\"", "Competitions.SchemeWrongType", "rounding.total.mode")]
    [InlineData("\"decimals\": 3", "\"decimals\": 7", "Competitions.SchemeWrongType", "rounding.form.decimals")]
    [InlineData("\"by\": \"form\"", "\"by\": \"luck\"", "Competitions.SchemeWrongType", "tie_breaks[1].by")]
    [InlineData("\"en\": \"Final\"", "\"en\": 1", "Competitions.SchemeWrongType", "stages[0].name.en")]
    [InlineData("\"en\": \"Final\"", "\"en\": \"Final\", \"fr\": \"Finale\"", "Competitions.SchemeUnknownProperty", "stages[0].name.fr")]
    public void Read_BrokenPlace_IsNamedByItsPath(string good, string bad, string code, string path)
    {
        Assert.Contains(good, Document, StringComparison.Ordinal);
        var place = Document.IndexOf(good, StringComparison.Ordinal);
        var error = Assert.Single(SchemeJson.Read(Document[..place] + bad + Document[(place + good.Length)..]).Errors);
        Assert.Equal((code, path), (error.Code, error.Field));
    }

    [Fact]
    public void Read_SeveralBrokenPlaces_AreAllNamed()
    {
        var errors = SchemeJson.Read("""{"full_mark":"x","stages":[{"key":1,"name":[],"modules":{}}],"colour":"red"}""").Errors;
        Assert.Equal(["colour", "full_mark", "stages[0].key", "stages[0].modules", "stages[0].name"], errors.Select(error => error.Field).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("{\"full_mark\": 100")]
    [InlineData("{\"full_mark\": 100,}")]
    public void Read_NotJson_SaysWhere(string text) => Assert.Equal("Competitions.SchemeNotJson", SchemeJson.Read(text).Error.Code);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"scheme\"")]
    public void Read_NotAnObject_IsRefused(string text) => Assert.Equal("Competitions.SchemeWrongType", SchemeJson.Read(text).Errors[0].Code);

    [Fact]
    public void Read_DeepNesting_IsRefusedNotCrashed() =>
        Assert.Equal("Competitions.SchemeNotJson", SchemeJson.Read(string.Concat(Enumerable.Repeat("[", 100_000))).Error.Code);

    [Fact]
    public void Write_EveryRule_ComesBackEqual()
    {
        var scheme = OneForm(5, Panel("a", rule: new TrimmedMean(2, 1), minimumJudges: 4), Aspect("b", new Binary()), Aspect("c", new DeductionPerFault(Points("0.000001"))))
            with { Combine = Combination.Weighted, Note = new LocalText("\"引号\" \\ 换行\n", "") };
        var back = SchemeJson.Read(SchemeJson.Write(scheme)).Value;
        Assert.Equal(SchemeJson.Write(scheme), SchemeJson.Write(back));
        Assert.Equal(scheme.AllAspects().Select(aspect => aspect.Rule), back.AllAspects().Select(aspect => aspect.Rule));
        Assert.Equal(scheme.Note, back.Note);
    }
}
