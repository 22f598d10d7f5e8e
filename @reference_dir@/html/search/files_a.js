var searchData=
[
  ['operation_2ehpp_0',['operation.hpp',['../operation_8hpp.html',1,'']]]
];
