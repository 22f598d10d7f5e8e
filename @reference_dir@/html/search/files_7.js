var searchData=
[
  ['join_2ehpp_0',['join.hpp',['../join_8hpp.html',1,'']]]
];
