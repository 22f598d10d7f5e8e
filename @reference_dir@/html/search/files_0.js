var searchData=
[
  ['address_5ffamily_2ehpp_0',['address_family.hpp',['../address__family_8hpp.html',1,'']]],
  ['as_5foperation_2ehpp_1',['as_operation.hpp',['../as__operation_8hpp.html',1,'']]],
  ['as_5fresult_2ehpp_2',['as_result.hpp',['../as__result_8hpp.html',1,'']]],
  ['async_5fconnect_2ehpp_3',['async_connect.hpp',['../async__connect_8hpp.html',1,'']]],
  ['async_5fhappy_5feyeballs_2ehpp_4',['async_happy_eyeballs.hpp',['../async__happy__eyeballs_8hpp.html',1,'']]],
  ['attempt_5fobserver_2ehpp_5',['attempt_observer.hpp',['../attempt__observer_8hpp.html',1,'']]],
  ['attempt_5fsubject_2ehpp_6',['attempt_subject.hpp',['../attempt__subject_8hpp.html',1,'']]]
];
