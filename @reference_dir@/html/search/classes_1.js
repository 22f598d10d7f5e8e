var searchData=
[
  ['cares_5fresolver_0',['cares_resolver',['../classeyeballs_1_1cares__resolver.html',1,'eyeballs']]],
  ['configurable_5fvalues_1',['configurable_values',['../structeyeballs_1_1configurable__values.html',1,'eyeballs']]],
  ['connect_5fevent_2',['connect_event',['../structeyeballs_1_1connect__event.html',1,'eyeballs']]],
  ['connect_5fobserver_3',['connect_observer',['../classeyeballs_1_1connect__observer.html',1,'eyeballs']]],
  ['connect_5fobserver_3c_20tcp_3a_3aendpoint_20_3e_4',['connect_observer&lt; tcp::endpoint &gt;',['../classeyeballs_1_1connect__observer.html',1,'eyeballs']]],
  ['connect_5foptions_5',['connect_options',['../structeyeballs_1_1connect__options.html',1,'eyeballs']]],
  ['connect_5freport_6',['connect_report',['../structeyeballs_1_1connect__report.html',1,'eyeballs']]],
  ['connect_5freport_3c_20tcp_3a_3aendpoint_20_3e_7',['connect_report&lt; tcp::endpoint &gt;',['../structeyeballs_1_1connect__report.html',1,'eyeballs']]],
  ['connect_5fsubject_8',['connect_subject',['../structeyeballs_1_1connect__subject.html',1,'eyeballs']]],
  ['connect_5ftimeline_9',['connect_timeline',['../structeyeballs_1_1connect__timeline.html',1,'eyeballs']]],
  ['connectivity_10',['connectivity',['../structeyeballs_1_1connectivity.html',1,'eyeballs']]]
];
