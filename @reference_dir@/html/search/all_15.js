var searchData=
[
  ['wait_0',['wait',['../structeyeballs_1_1dataflow__variable.html#a09a15ae1229717c2369bbf1607dac7da',1,'eyeballs::dataflow_variable']]],
  ['waits_1',['waits',['../structeyeballs_1_1scheduler.html#a36f6f584dead38ad6041f7346040da8b',1,'eyeballs::scheduler::waits()'],['../structeyeballs_1_1virtual__time_1_1pending__work.html#aed1482bf60c0fcaecb61bcfb02e3592b',1,'eyeballs::virtual_time::pending_work::waits()']]],
  ['well_5fknown_5fnat64_5fprefix_2',['well_known_nat64_prefix',['../group__address.html#ga72c692f59d76074513cdb45ae71d6b7e',1,'eyeballs']]],
  ['what_3',['what',['../structeyeballs_1_1connect__event.html#a04400955f56963882f57363d6433da71',1,'eyeballs::connect_event::what()'],['../structeyeballs_1_1timeline__row.html#affd09275e69393662e34991643032ef9',1,'eyeballs::timeline_row::what()']]],
  ['when_4',['when',['../structeyeballs_1_1connect__event.html#a4ab8e18a5efa5ff96693a82722046439',1,'eyeballs::connect_event']]],
  ['where_5',['where',['../structeyeballs_1_1environment.html#a06ec32f8af5bcbeacbf13f80203f942c',1,'eyeballs::environment']]],
  ['why_6',['why',['../structeyeballs_1_1connect__report_1_1query.html#a5f7f16949adf032a1eca4468d60ac810',1,'eyeballs::connect_report::query::why()'],['../structeyeballs_1_1connect__report_1_1attempt.html#a014e3364f02d4a6aa5e4d29eaf371571',1,'eyeballs::connect_report::attempt::why()'],['../structeyeballs_1_1connect__report_1_1omission.html#a42e191d2cc0e2d0ee90757d6538c3a55',1,'eyeballs::connect_report::omission::why()']]],
  ['width_7',['width',['../structeyeballs_1_1timeline__style.html#a3cc0f228c7a3d562793b5032a947314d',1,'eyeballs::timeline_style']]],
  ['with_20asio_8',['With Asio',['../group__asio.html',1,'']]],
  ['without_5fmapping_9',['without_mapping',['../group__asio.html#ga6e61f207b612d36a3217f1b1a2ff33ee',1,'eyeballs']]]
];
