var searchData=
[
  ['from_20a_20name_20to_20attempts_0',['From a name to attempts',['../group__by__name.html',1,'']]]
];
