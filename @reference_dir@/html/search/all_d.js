var searchData=
[
  ['observer_0',['observer',['../structeyeballs_1_1connect__options.html#af2eb8f37b2328ef96323585787847c81',1,'eyeballs::connect_options::observer()'],['../structeyeballs_1_1connect__report.html#a3267f8673d8039b2ee34b94dac25139b',1,'eyeballs::connect_report::observer()']]],
  ['of_1',['of',['../structeyeballs_1_1connectivity.html#a2a50d3b26a9e492143eabcbd0b36c96a',1,'eyeballs::connectivity']]],
  ['omission_2',['omission',['../structeyeballs_1_1connect__report_1_1omission.html',1,'eyeballs::connect_report']]],
  ['omission_5fsubject_3',['omission_subject',['../structeyeballs_1_1omission__subject.html',1,'eyeballs']]],
  ['operation_2ehpp_4',['operation.hpp',['../operation_8hpp.html',1,'']]],
  ['operator_3d_5',['operator=',['../classeyeballs_1_1connect__observer.html#aa6e5a5fcbd7c83c5bd1d489a0c355a7a',1,'eyeballs::connect_observer::operator=(const connect_observer &amp;) noexcept'],['../classeyeballs_1_1connect__observer.html#a85a9635a890b0f1589f1b168adac5111',1,'eyeballs::connect_observer::operator=(Observer &amp;observer) noexcept'],['../classeyeballs_1_1connect__observer.html#a1f33975c587343d63419db9067b705d6',1,'eyeballs::connect_observer::operator=(std::nullptr_t) noexcept'],['../structeyeballs_1_1task.html#a2ce910a129fe13aff957d7c4a6061e4b',1,'eyeballs::task::operator=()']]],
  ['operator_3d_3d_6',['operator==',['../group__tasks.html#gad5f2b4c8e074318eef0e4834976bc80e',1,'eyeballs']]],
  ['outcome_7',['outcome',['../group__tasks.html#ga1aa4471a6828190fbc2f7f056d3a3d8f',1,'eyeballs']]]
];
