var searchData=
[
  ['join_0',['join',['../group__tasks.html#ga9a825f269054b6b532d804cbf7f7fdaf',1,'eyeballs']]],
  ['join_2ehpp_1',['join.hpp',['../join_8hpp.html',1,'']]]
];
