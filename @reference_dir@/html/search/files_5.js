var searchData=
[
  ['happy_5feyeballs_2ehpp_0',['happy_eyeballs.hpp',['../happy__eyeballs_8hpp.html',1,'']]],
  ['history_2ehpp_1',['history.hpp',['../history_8hpp.html',1,'']]]
];
