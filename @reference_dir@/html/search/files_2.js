var searchData=
[
  ['cares_5fresolver_2ehpp_0',['cares_resolver.hpp',['../cares__resolver_8hpp.html',1,'']]],
  ['co_5fspawn_2ehpp_1',['co_spawn.hpp',['../co__spawn_8hpp.html',1,'']]],
  ['config_2ehpp_2',['config.hpp',['../config_8hpp.html',1,'']]],
  ['configurable_5fvalues_2ehpp_3',['configurable_values.hpp',['../configurable__values_8hpp.html',1,'']]],
  ['connect_2ehpp_4',['connect.hpp',['../connect_8hpp.html',1,'']]],
  ['connect_5fby_5fname_2ehpp_5',['connect_by_name.hpp',['../connect__by__name_8hpp.html',1,'']]],
  ['connect_5fobserver_2ehpp_6',['connect_observer.hpp',['../connect__observer_8hpp.html',1,'']]],
  ['connect_5foptions_2ehpp_7',['connect_options.hpp',['../connect__options_8hpp.html',1,'']]],
  ['connect_5freport_2ehpp_8',['connect_report.hpp',['../connect__report_8hpp.html',1,'']]],
  ['connect_5ftimeline_2ehpp_9',['connect_timeline.hpp',['../connect__timeline_8hpp.html',1,'']]],
  ['connect_5fto_2ehpp_10',['connect_to.hpp',['../connect__to_8hpp.html',1,'']]],
  ['connectivity_2ehpp_11',['connectivity.hpp',['../connectivity_8hpp.html',1,'']]],
  ['connectors_2ehpp_12',['connectors.hpp',['../connectors_8hpp.html',1,'']]]
];
