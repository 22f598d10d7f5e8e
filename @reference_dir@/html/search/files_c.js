var searchData=
[
  ['query_5fsubject_2ehpp_0',['query_subject.hpp',['../query__subject_8hpp.html',1,'']]]
];
