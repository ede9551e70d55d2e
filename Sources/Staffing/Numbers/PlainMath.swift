/// Logarithm and exponential from additions, multiplications and divisions alone.
///
/// The C library's own differ in the last bit from one system to the next, and one bit is enough
/// for a simulated customer to come a millisecond later there. These give the same bits wherever
/// numbers are IEEE doubles, within two units of the last place of the true value.
enum PlainMath {
    /// ln 2 in two parts: `upper` ends in zeros, so that a whole multiple of it is exact.
    private static let upper = 0x1.62e42feep-1
    private static let lower = 0x1.a39ef35793c76p-33

    /// The natural logarithm of a positive number.
    static func ln(_ x: Double) -> Double {
        precondition(x > 0 && x.isFinite, "ln of \(x)")
        var mantissa = x.significand
        var power = Double(x.exponent)
        if mantissa > 1.414213562373095 {
            mantissa /= 2
            power += 1
        }
        // ln m = 2 artanh s, with |s| below 0.172: eleven terms reach the last bit.
        let s = (mantissa - 1) / (mantissa + 1)
        let square = s * s
        var sum = 0.0
        var odd = 23.0
        while odd > 1 {
            sum = (sum + 1 / odd) * square
            odd -= 2
        }
        return power * upper + (2 * s + (2 * s * sum + power * lower))
    }

    /// e to the power of `x`; nought where it is too small for a double.
    static func exp(_ x: Double) -> Double {
        guard x > -708 else { return 0 }
        precondition(x < 709, "e to the power of \(x)")
        // To the nearest whole, without the C library's rounding.
        let power = Double(Int(x / (upper + lower) + (x < 0 ? -0.5 : 0.5)))
        let rest = (x - power * upper) - power * lower
        var sum = 1.0
        var term = 16.0
        while term > 0 {
            sum = 1 + sum * rest / term
            term -= 1
        }
        return Double(sign: .plus, exponent: Int(power), significand: sum)
    }
}
