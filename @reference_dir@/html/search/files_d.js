var searchData=
[
  ['race_2ehpp_0',['race.hpp',['../race_8hpp.html',1,'']]],
  ['remove_5fduplicates_2ehpp_1',['remove_duplicates.hpp',['../remove__duplicates_8hpp.html',1,'']]],
  ['report_5ftext_2ehpp_2',['report_text.hpp',['../report__text_8hpp.html',1,'']]],
  ['resolver_2ehpp_3',['resolver.hpp',['../by__name_2resolver_8hpp.html',1,'']]],
  ['result_2ehpp_4',['result.hpp',['../result_8hpp.html',1,'']]],
  ['run_5fon_2ehpp_5',['run_on.hpp',['../run__on_8hpp.html',1,'']]]
];
