package io.github.appflowkit.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {
    @Test
    void the_median_is_the_value_in_the_middle_or_between_the_two_there() {
        assertThat(new Series(List.of(9.0, 1.0, 4.0)).median()).isEqualTo(4);
        assertThat(new Series(List.of(9.0, 1.0, 4.0, 2.0)).median()).isEqualTo(3);
    }

    @Test
    void a_ratio_is_taken_round_by_round() {
        Series ratio = new Series(List.of(10.0, 30.0)).dividedBy(new Series(List.of(20.0, 40.0)));

        assertThat(ratio.values()).containsExactly(0.5, 0.75);
    }

    @Test
    void a_difference_is_taken_round_by_round_and_changed() {
        Series difference = new Series(List.of(10.0, 30.0)).minus(new Series(List.of(4.0, 10.0)));

        assertThat(difference.map(value -> value / 2).values()).containsExactly(3.0, 10.0);
    }

    @Test
    void it_is_shown_by_its_median_and_its_range() {
        assertThat(new Series(List.of(1234.56, 0.61234, 12.345))).hasToString("12.3 (0.612–1235)");
    }

    @Test
    void rounds_that_only_one_side_was_measured_in_are_not_compared() {
        Series one = new Series(List.of(1.0));
        Series two = new Series(List.of(1.0, 2.0));

        assertThatThrownBy(() -> one.dividedBy(two)).isInstanceOf(IllegalArgumentException.class);
    }
}
