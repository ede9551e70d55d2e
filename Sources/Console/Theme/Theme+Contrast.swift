import Terminal

extension Theme {
    /// The text of this theme that is hardest to read, and on which ground; nil without fixed
    /// colours, where the person's own terminal decides.
    public var hardestToRead: (contrast: Double, role: Role, surface: Role)? {
        var hardest: (contrast: Double, role: Role, surface: Role)?
        for surface in Role.allCases where surface.isSurface {
            for role in Role.allCases where role.isText && (!role.isSurface || role == surface) {
                let style = self[role, on: surface]
                guard case .indexed(let front) = style.foreground,
                    case .indexed(let back) = style.background
                else { continue }
                let contrast = Palette.contrast(front, back)
                if contrast < hardest?.contrast ?? .infinity {
                    hardest = (contrast, role, surface)
                }
            }
        }
        return hardest
    }
}
