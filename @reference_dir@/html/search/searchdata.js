var indexSectionsWithContent =
{
  0: "abcdefhijklmnopqrstuvwy",
  1: "acdefhinopqrstuv",
  2: "e",
  3: "abcdehijknopqrstuv",
  4: "abcdefhijklmnoprstuvwy",
  5: "abcdefhilmnopqrstuvw",
  6: "deorstv",
  7: "acerst",
  8: "abcdefilnpqrst",
  9: "afhtw",
  10: "r",
  11: "e"
};

var indexSectionNames =
{
  0: "all",
  1: "classes",
  2: "namespaces",
  3: "files",
  4: "functions",
  5: "variables",
  6: "typedefs",
  7: "enums",
  8: "enumvalues",
  9: "groups",
  10: "pages",
  11: "concepts"
};

var indexSectionLabels =
{
  0: "All",
  1: "Classes",
  2: "Namespaces",
  3: "Files",
  4: "Functions",
  5: "Variables",
  6: "Typedefs",
  7: "Enumerations",
  8: "Enumerator",
  9: "Modules",
  10: "Pages",
  11: "Concepts"
};

