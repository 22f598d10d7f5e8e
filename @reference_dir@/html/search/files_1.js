var searchData=
[
  ['blocking_2ehpp_0',['blocking.hpp',['../blocking_8hpp.html',1,'']]]
];
