var searchData=
[
  ['end_0',['end',['../structeyeballs_1_1timeline__row.html#a09071863ebc5361a87d86346b57b60df',1,'eyeballs::timeline_row']]],
  ['ended_1',['ended',['../structeyeballs_1_1connect__report_1_1query.html#a6cb4900e17e5684737c3a482af47bd8a',1,'eyeballs::connect_report::query::ended()'],['../structeyeballs_1_1connect__report_1_1attempt.html#a5717b677bbccaf7685024e913706a3de',1,'eyeballs::connect_report::attempt::ended()'],['../structeyeballs_1_1connect__report.html#a781c80153a98a3b6ff6e5e555653ae60',1,'eyeballs::connect_report::ended()']]],
  ['endpoint_2',['endpoint',['../structeyeballs_1_1attempt__subject.html#ae0c7ed45ae3d11b1a69bb32bafc54e64',1,'eyeballs::attempt_subject::endpoint()'],['../structeyeballs_1_1connect__report_1_1attempt.html#a71b6f296ec90615e6e61c429acafd862',1,'eyeballs::connect_report::attempt::endpoint()'],['../structeyeballs_1_1connect__report_1_1omission.html#a5efd0950618cc6c1a18ead9ce293fd9e',1,'eyeballs::connect_report::omission::endpoint()'],['../structeyeballs_1_1omission__subject.html#a99084d6e169f7a8b4bfef09227d7d3a7',1,'eyeballs::omission_subject::endpoint()']]]
];
