var searchData=
[
  ['observer_0',['observer',['../structeyeballs_1_1connect__options.html#af2eb8f37b2328ef96323585787847c81',1,'eyeballs::connect_options::observer()'],['../structeyeballs_1_1connect__report.html#a3267f8673d8039b2ee34b94dac25139b',1,'eyeballs::connect_report::observer()']]]
];
