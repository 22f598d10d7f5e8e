var searchData=
[
  ['known_5fendpoints_2ehpp_0',['known_endpoints.hpp',['../known__endpoints_8hpp.html',1,'']]]
];
