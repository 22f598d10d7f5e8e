var searchData=
[
  ['scheduler_2ehpp_0',['scheduler.hpp',['../core_2scheduler_8hpp.html',1,'']]],
  ['scope_2ehpp_1',['scope.hpp',['../scope_8hpp.html',1,'']]],
  ['shield_2ehpp_2',['shield.hpp',['../shield_8hpp.html',1,'']]],
  ['sleep_2ehpp_3',['sleep.hpp',['../sleep_8hpp.html',1,'']]],
  ['socket_5fand_5fhost_2ehpp_4',['socket_and_host.hpp',['../socket__and__host_8hpp.html',1,'']]],
  ['socket_5fand_5flist_2ehpp_5',['socket_and_list.hpp',['../socket__and__list_8hpp.html',1,'']]],
  ['source_5faddress_2ehpp_6',['source_address.hpp',['../source__address_8hpp.html',1,'']]],
  ['stagger_2ehpp_7',['stagger.hpp',['../stagger_8hpp.html',1,'']]],
  ['stop_2ehpp_8',['stop.hpp',['../stop_8hpp.html',1,'']]],
  ['stop_5ftoken_2ehpp_9',['stop_token.hpp',['../stop__token_8hpp.html',1,'']]],
  ['system_5fpolicy_2ehpp_10',['system_policy.hpp',['../system__policy_8hpp.html',1,'']]],
  ['system_5fresolver_2ehpp_11',['system_resolver.hpp',['../system__resolver_8hpp.html',1,'']]]
];
