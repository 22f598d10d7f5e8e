var searchData=
[
  ['of_0',['of',['../structeyeballs_1_1connectivity.html#a2a50d3b26a9e492143eabcbd0b36c96a',1,'eyeballs::connectivity']]],
  ['operator_3d_1',['operator=',['../classeyeballs_1_1connect__observer.html#aa6e5a5fcbd7c83c5bd1d489a0c355a7a',1,'eyeballs::connect_observer::operator=(const connect_observer &amp;) noexcept'],['../classeyeballs_1_1connect__observer.html#a85a9635a890b0f1589f1b168adac5111',1,'eyeballs::connect_observer::operator=(Observer &amp;observer) noexcept'],['../classeyeballs_1_1connect__observer.html#a1f33975c587343d63419db9067b705d6',1,'eyeballs::connect_observer::operator=(std::nullptr_t) noexcept'],['../structeyeballs_1_1task.html#a2ce910a129fe13aff957d7c4a6061e4b',1,'eyeballs::task::operator=()']]],
  ['operator_3d_3d_2',['operator==',['../group__tasks.html#gad5f2b4c8e074318eef0e4834976bc80e',1,'eyeballs']]]
];
